package dev.sturgeon.spark;

import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Messages between driver and executors as bytes: records by their components, without a name of
 * any class. Both ends run the same jar, so that neither needs to be told what is what; and what is
 * read can be nothing but what the types declare. Compared with Java's own serialisation, which
 * writes each class out in every message, it costs a fraction.
 *
 * <p>Bytes, since Spark's transport looks classes up in a loader that does not know the submitted
 * jar, and a value it cannot read there kills the executor. Immutable; safe to share between
 * threads.
 *
 * @param <T> a record, or a sealed interface of records
 */
final class MessageCodec<T> {
  static final MessageCodec<Request> REQUESTS = new MessageCodec<>(Request.class);
  static final MessageCodec<Reply> REPLIES = new MessageCodec<>(Reply.class);
  static final MessageCodec<Segment> SEGMENTS = new MessageCodec<>(Segment.class);
  static final MessageCodec<SegmentResult> RESULTS = new MessageCodec<>(SegmentResult.class);
  static final MessageCodec<LeaseTask.Failure> FAILURES =
      new MessageCodec<>(LeaseTask.Failure.class);

  private static final int USUAL_SIZE = 512;

  private final Class<T> type;
  private final Coder coder;

  MessageCodec(Class<T> type) {
    this.type = type;
    this.coder = Coder.of(type);
  }

  byte[] encode(T value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try {
      coder.write(new DataOutputStream(bytes), value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  T decode(byte[] bytes) {
    try {
      return type.cast(coder.read(new DataInputStream(new ByteArrayInputStream(bytes))));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
