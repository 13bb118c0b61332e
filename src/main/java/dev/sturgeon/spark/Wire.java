package dev.sturgeon.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What the driver ships to executors once per study, as bytes: the work's factory, which may refer
 * to classes of the user's own.
 *
 * <p>This keeps records away from Kryo, which cannot read them. Executors send nothing in this form
 * to the driver: see {@link MessageCodec}.
 */
final class Wire {

  /** What messages are made of; anything else in their place is refused unread. */
  private static final ObjectInputFilter MESSAGES =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=100;dev.sturgeon.**;java.lang.*;java.util.*;java.time.*;!*");

  private Wire() {}

  static byte[] encode(Serializable value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    } catch (IOException notSerializable) {
      throw new UncheckedIOException(notSerializable);
    }
    return bytes.toByteArray();
  }

  /** A message of the other side. */
  static <T> T decode(byte[] bytes, Class<T> type) {
    return decode(bytes, type, MESSAGES);
  }

  /** What Spark's own broadcast brought, which may hold Spark's and a user's classes. */
  static <T> T decodeShipped(byte[] bytes, Class<T> type) {
    return decode(bytes, type, null);
  }

  private static <T> T decode(byte[] bytes, Class<T> type, @Nullable ObjectInputFilter filter) {
    try (ObjectInputStream in = new Reader(new ByteArrayInputStream(bytes))) {
      if (filter != null) {
        in.setObjectInputFilter(filter);
      }
      return type.cast(in.readObject());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (ClassNotFoundException unknown) {
      throw new IllegalStateException("a class is missing here: " + unknown.getMessage(), unknown);
    }
  }

  /** Looks beyond the loader of this class, for values of a user's own jar. */
  private static final class Reader extends ObjectInputStream {
    Reader(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      try {
        return super.resolveClass(description);
      } catch (ClassNotFoundException notHere) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Class.forName(description.getName(), false, loader);
      }
    }
  }
}
