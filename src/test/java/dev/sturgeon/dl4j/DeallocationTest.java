package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/**
 * A service that is told of buffers, and only notes what it would free: ND4J itself frees them
 * through the one that {@link Natives} has installed.
 */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
final class DeallocationTest {
  private static final int BYTES = 40_000_000;

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
  void whatNothingHoldsIsFreed() throws InterruptedException {
    long address = argument().address();
    while (!freed.contains(address)) {
      collect();
    }
  }

  @Test
  void failuresDoNotEndIt() throws InterruptedException {
    AtomicInteger failures = new AtomicInteger();
    Deallocation failing =
        new Deallocation(
            address -> {
              failures.incrementAndGet();
              throw new OutOfMemoryError("for this test");
            });
    while (failures.get() < 100) {
      for (int i = 0; i < 20; i++) {
        failing.pickObject((BaseCpuDataBuffer) Nd4j.createBuffer(new float[] {1, 2, 3}));
      }
      collect();
    }
  }

  /** Memory that a float[] was copied to belongs to JavaCPP, which knows how much it has. */
  @Test
  void theMemoryThatAViewLiesInIsKeptWithIt() throws InterruptedException {
    collect();
    long before = Pointer.totalBytes();
    assertThat(bytesWithAView() - before).isGreaterThan(BYTES / 2);
    while (Pointer.totalBytes() - before > BYTES / 2) {
      collect();
    }
  }

  private static long bytesWithAView() throws InterruptedException {
    OpaqueDataBuffer view = view(BYTES / 4);
    long address = view.address();
    collect();
    long bytes = Pointer.totalBytes();
    assertThat(view.address()).as("held until here").isEqualTo(address);
    return bytes;
  }

  private static OpaqueDataBuffer view(int length) {
    DataBuffer whole = Nd4j.createBuffer(new float[length]);
    return ((BaseCpuDataBuffer) Nd4j.createBuffer(whole, 1, 2)).getOpaqueDataBuffer();
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
