package dev.sturgeon.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;

/**
 * What the driver ships to executors once per study, as bytes: the work's factory, which may refer
 * to classes of the user's own.
 *
 * <p>This keeps records away from Kryo, which cannot read them. Executors send nothing in this form
 * to the driver: see {@link MessageCodec}.
 */
final class Wire {

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

  static <T> T decode(byte[] bytes, Class<T> type) {
    try (ObjectInputStream in = new Reader(new ByteArrayInputStream(bytes))) {
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
