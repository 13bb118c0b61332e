package dev.sturgeon.dl4j;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.Deallocatable;
import org.nd4j.linalg.api.memory.deallocation.DeallocatorService;
import org.nd4j.linalg.api.memory.pointers.PagedPointer;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueDataBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees ND4J's buffers once no native call can hold them, in place of ND4J's own service.
 *
 * <p>That of ND4J 1.0.0-M2.1 frees a buffer once its {@code DataBuffer} is garbage. But an
 * operation is handed the {@link OpaqueDataBuffer} in it, and compiled code lets go of a {@code
 * DataBuffer} as soon as it has taken that out: where ND4J has made one only for the call, such as
 * an operation's dimensions, a garbage collection at that moment crashes the JVM. Here a buffer is
 * freed once its {@code OpaqueDataBuffer} is garbage, which an argument of a running call is not.
 * Whoever has only an address must see to it that the array lives, as {@link Numbers} does.
 *
 * <p>Safe for use by several threads.
 */
final class Deallocation extends DeallocatorService {
  private static final Logger LOG = LoggerFactory.getLogger(Deallocation.class);

  /** One frees about a million small buffers a second. */
  private static final int REAPERS = Math.max(2, Runtime.getRuntime().availableProcessors() / 8);

  private final ReferenceQueue<Object> garbage = new ReferenceQueue<>();
  private final Set<Tracked> all = ConcurrentHashMap.newKeySet();
  private final LongConsumer delete;

  /** Frees by handing on the addresses of native buffers. ND4J's own threads then have no work. */
  Deallocation(LongConsumer delete) {
    this.delete = delete;
    for (int i = 0; i < REAPERS; i++) {
      Thread reaper = new Thread(null, this::reap, "sturgeon-deallocation-" + i, 0, false);
      reaper.setContextClassLoader(null);
      reaper.setDaemon(true);
      reaper.start();
    }
  }

  /** Has ND4J use such a service from now on, unless it was told to free nothing by itself. */
  static synchronized void install() {
    if (Nd4j.getDeallocatorService() instanceof Deallocation
        || Boolean.getBoolean("org.nd4j.noarraygc")
        || Boolean.getBoolean("org.bytedeco.javacpp.nopointergc")) {
      return;
    }
    try {
      Field service = Nd4j.class.getDeclaredField("deallocatorService");
      service.setAccessible(true);
      service.set(null, new Deallocation(Deallocation::deleteBuffer));
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.warn("ND4J's native memory is freed by ND4J itself, which may crash the JVM", e);
    }
  }

  private static void deleteBuffer(long address) {
    NativeOpsHolder.getInstance()
        .getDeviceNativeOps()
        .deleteDataBuffer(new OpaqueDataBuffer(new PagedPointer(address)));
  }

  @Override
  public void pickObject(Deallocatable owner) {
    all.add(owner instanceof BaseCpuDataBuffer buffer ? tracked(buffer) : tracked(owner));
  }

  /** A view's pointer is that of the whole, whose memory may belong to the pointer alone. */
  private Tracked tracked(BaseCpuDataBuffer buffer) {
    OpaqueDataBuffer handle = buffer.getOpaqueDataBuffer();
    long address = handle.address();
    return new Tracked(handle, garbage, () -> delete.accept(address), buffer.pointer());
  }

  private Tracked tracked(Deallocatable owner) {
    return new Tracked(owner, garbage, owner.deallocator()::deallocate, null);
  }

  private void reap() {
    while (true) {
      try {
        Tracked next = (Tracked) garbage.remove();
        all.remove(next);
        next.free.run();
      } catch (Throwable failure) { // also exhausted memory, which this may well end
        say(failure);
      }
    }
  }

  private static void say(Throwable failure) {
    try {
      LOG.warn("could not free native memory", failure);
    } catch (Throwable unsaid) {
      // Nothing is left to be done; the next buffer can perhaps be freed.
    }
  }

  /** Something whose native memory is freed when it is garbage. */
  private static final class Tracked extends PhantomReference<Object> {
    private final Runnable free;

    @SuppressWarnings("unused") // only here to be kept
    private final @Nullable Object memory;

    Tracked(Object owner, ReferenceQueue<Object> queue, Runnable free, @Nullable Object memory) {
      super(owner, queue);
      this.free = free;
      this.memory = memory;
    }
  }
}
