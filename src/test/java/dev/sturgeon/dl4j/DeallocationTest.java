package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * The service is told of buffers that ND4J has made, and only notes what it would free: ND4J itself
 * frees them through the one that {@link Natives} has installed.
 */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
final class DeallocationTest {
  private final Set<Long> freed = ConcurrentHashMap.newKeySet();
  private final Deallocation service = new Deallocation(freed::add);

  @BeforeAll
  static void load() {
    Natives.load();
  }

  @Test
  void nd4jUsesOneOfOurs() {
    assertThat(Nd4j.getDeallocatorService()).isInstanceOf(Deallocation.class);
    Object before = Nd4j.getDeallocatorService();
    Natives.load();
    assertThat(Nd4j.getDeallocatorService()).isSameAs(before);
  }

  @Test
  void aBufferThatACallHoldsIsKept() throws InterruptedException {
    OpaqueDataBuffer argument = argument();
    long address = argument.address();
    collect();
    assertThat(freed).doesNotContain(address);
    assertThat(argument.address()).as("held until here").isEqualTo(address);
  }

  /** All that a native call has of a buffer. */
  private OpaqueDataBuffer argument() {
    return picked(Nd4j.createBuffer(new float[] {1, 2, 3}));
  }

  @Test
  void whatAViewLiesInIsKeptWithIt() throws InterruptedException {
    long[] whole = new long[1];
    OpaqueDataBuffer view = view(whole);
    long address = view.address();
    collect();
    assertThat(freed).doesNotContain(whole[0], address);
    assertThat(view.address()).as("held until here").isEqualTo(address);
  }

  private OpaqueDataBuffer view(long[] address) {
    DataBuffer whole = Nd4j.createBuffer(new float[] {1, 2, 3});
    address[0] = picked(whole).address();
    return picked(Nd4j.createBuffer(whole, 1, 2));
  }

  @Test
  void whatNothingHoldsIsFreed() throws InterruptedException {
    long address = argument().address();
    long[] whole = new long[1];
    long view = view(whole).address();
    while (!freed.containsAll(Set.of(address, whole[0], view))) {
      collect();
    }
  }

  private OpaqueDataBuffer picked(DataBuffer buffer) {
    service.pickObject((BaseCpuDataBuffer) buffer);
    return ((BaseCpuDataBuffer) buffer).getOpaqueDataBuffer();
  }

  private static void collect() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(20);
    }
  }
}
