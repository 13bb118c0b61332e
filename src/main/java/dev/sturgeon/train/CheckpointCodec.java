package dev.sturgeon.train;

import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.TrialId;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a checkpoint, big-endian: magic number, version, trial, epoch, iteration, best
 * epoch, best loss and metric (NaN for none), number of arrays; then for each array the length of
 * its name and the name in UTF-8, its length and its floats.
 */
final class CheckpointCodec {
  private static final int MAGIC = 0x53_54_43_4b;
  private static final int VERSION = 1;
  private static final int HEADER = 7 * Integer.BYTES + 2 * Double.BYTES;
  private static final int MAX_ARRAYS = 64;

  private CheckpointCodec() {}

  static byte[] encode(Checkpoint checkpoint) {
    TrainingState state = checkpoint.state();
    ByteBuffer out = ByteBuffer.allocate(size(state));
    out.putInt(MAGIC).putInt(VERSION).putInt(checkpoint.trial().number());
    out.putInt(state.epoch()).putInt(state.iteration());
    Scores best = checkpoint.stopping().best();
    out.putInt(checkpoint.stopping().bestEpoch());
    out.putDouble(best == null ? Double.NaN : best.loss());
    out.putDouble(best == null ? Double.NaN : best.metric());
    out.putInt(state.arrays().size());
    state.arrays().forEach((name, array) -> put(out, name, array));
    return out.array();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IOException if the bytes are not exactly that; no more memory is asked for than they
   *     can fill
   */
  static Checkpoint decode(byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      require(in.getInt() == MAGIC, "it does not begin like one");
      int version = in.getInt();
      require(version == VERSION, "its version is " + version + ", not " + VERSION);
      TrialId trial = new TrialId(in.getInt());
      int epoch = in.getInt();
      int iteration = in.getInt();
      EarlyStopping stopping = new EarlyStopping(in.getInt(), scores(in));
      SortedMap<String, float[]> arrays = arrays(in);
      require(!in.hasRemaining(), in.remaining() + " bytes too many");
      return new Checkpoint(trial, new TrainingState(iteration, epoch, arrays), stopping);
    } catch (BufferUnderflowException e) {
      throw new IOException("no checkpoint: it ends after " + bytes.length + " bytes", e);
    } catch (IllegalArgumentException e) {
      throw new IOException("no checkpoint: " + e.getMessage(), e);
    }
  }

  private static int size(TrainingState state) {
    long size = HEADER;
    for (var array : state.arrays().entrySet()) {
      size += 2L * Integer.BYTES + utf8(array.getKey()).length;
      size += (long) Float.BYTES * array.getValue().length;
    }
    return Math.toIntExact(size);
  }

  private static void put(ByteBuffer out, String name, float[] array) {
    out.putInt(utf8(name).length).put(utf8(name)).putInt(array.length);
    out.asFloatBuffer().put(array);
    out.position(out.position() + Float.BYTES * array.length);
  }

  private static @Nullable Scores scores(ByteBuffer in) {
    Scores scores = new Scores(in.getDouble(), in.getDouble());
    return scores.isFinite() ? scores : null;
  }

  private static SortedMap<String, float[]> arrays(ByteBuffer in) throws IOException {
    int count = in.getInt();
    require(count >= 0 && count <= MAX_ARRAYS, "it claims " + count + " arrays");
    SortedMap<String, float[]> arrays = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      byte[] name = new byte[length(in, 1)];
      in.get(name);
      float[] array = new float[length(in, Float.BYTES)];
      in.asFloatBuffer().get(array);
      in.position(in.position() + Float.BYTES * array.length);
      arrays.put(new String(name, StandardCharsets.UTF_8), array);
    }
    return arrays;
  }

  private static int length(ByteBuffer in, int elementSize) throws IOException {
    int length = in.getInt();
    require(
        length >= 0 && (long) length * elementSize <= in.remaining(),
        "an array of %d is claimed where %d bytes are left".formatted(length, in.remaining()));
    return length;
  }

  private static byte[] utf8(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  private static void require(boolean holds, String complaint) throws IOException {
    if (!holds) {
      throw new IOException("no checkpoint: " + complaint);
    }
  }
}
