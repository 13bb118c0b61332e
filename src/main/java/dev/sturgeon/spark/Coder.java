package dev.sturgeon.spark;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes and reads the values of one declared type; what is not known of, it refuses. */
interface Coder {

  void write(DataOutputStream out, Object value) throws IOException;

  Object read(DataInputStream in) throws IOException;

  /** The coder of a type as a record's component declares it. */
  static Coder of(Type type) {
    if (type instanceof ParameterizedType generic) {
      List<Coder> of = Arrays.stream(generic.getActualTypeArguments()).map(Coder::of).toList();
      return generic.getRawType() == List.class
          ? new Lists(orNull(of.get(0)))
          : maps((Class<?>) generic.getRawType(), of);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == int.class || plain == Integer.class) {
      return new Ints();
    } else if (plain == long.class || plain == Long.class) {
      return new Longs();
    } else if (plain == double.class || plain == Double.class) {
      return new Doubles();
    } else if (plain == boolean.class || plain == Boolean.class) {
      return new Booleans();
    } else if (plain == String.class) {
      return new Texts();
    } else if (plain.isEnum()) {
      return new Enums(plain.getEnumConstants());
    } else if (plain.isSealed()) {
      return new Choice(plain);
    }
    return new RecordCoder(plain);
  }

  private static Coder maps(Class<?> raw, List<Coder> of) {
    if (raw != Map.class && raw != SortedMap.class) {
      throw new IllegalArgumentException("a message has no " + raw.getName());
    }
    return new Maps(of.get(0), orNull(of.get(1)));
  }

  /** The same for a value that may be null. */
  static Coder orNull(Coder coder) {
    return new Nullables(coder);
  }

  /** A byte says whether there is a value. */
  record Nullables(Coder coder) implements Coder {
    @Override
    public void write(DataOutputStream out, @Nullable Object value) throws IOException {
      out.writeBoolean(value != null);
      if (value != null) {
        coder.write(out, value);
      }
    }

    @Override
    @SuppressWarnings("NullAway") // whoever declares a component as nullable reads it as that
    public Object read(DataInputStream in) throws IOException {
      return in.readBoolean() ? coder.read(in) : null;
    }
  }

  record Ints() implements Coder {
    @Override
    public void write(DataOutputStream out, Object value) throws IOException {
      out.writeInt((Integer) value);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      return in.readInt();
    }
  }

  record Longs() implements Coder {
    @Override
    public void write(DataOutputStream out, Object value) throws IOException {
      out.writeLong((Long) value);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      return in.readLong();
    }
  }

  record Doubles() implements Coder {
    @Override
    public void write(DataOutputStream out, Object value) throws IOException {
      out.writeDouble((Double) value);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      return in.readDouble();
    }
  }

  record Booleans() implements Coder {
    @Override
    public void write(DataOutputStream out, Object value) throws IOException {
      out.writeBoolean((Boolean) value);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      return in.readBoolean();
    }
  }

  /** In UTF-8, of any length. */
  record Texts() implements Coder {
    @Override
    public void write(DataOutputStream out, Object value) throws IOException {
      byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** By their numbers. */
  record Enums(Object[] constants) implements Coder {
    @Override
    public void write(DataOutputStream out, Object value) throws IOException {
      out.writeByte(((Enum<?>) value).ordinal());
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      return constants[in.readByte()];
    }
  }

  record Lists(Coder element) implements Coder {
    @Override
    public void write(DataOutputStream out, Object value) throws IOException {
      List<?> list = (List<?>) value;
      out.writeInt(list.size());
      for (Object one : list) {
        element.write(out, one);
      }
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      int size = in.readInt();
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        list.add(element.read(in));
      }
      return list;
    }
  }

  /** Sorted by their keys. */
  record Maps(Coder key, Coder value) implements Coder {
    @Override
    public void write(DataOutputStream out, Object map) throws IOException {
      Map<?, ?> entries = (Map<?, ?>) map;
      out.writeInt(entries.size());
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        key.write(out, entry.getKey());
        value.write(out, entry.getValue());
      }
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      int size = in.readInt();
      Map<Object, Object> map = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        map.put(key.read(in), value.read(in));
      }
      return map;
    }
  }

  /** One of the classes that a sealed interface permits, by its number, and its value. */
  final class Choice implements Coder {
    private final List<Class<?>> classes;
    private final List<Coder> coders;

    Choice(Class<?> sealed) {
      this.classes = List.of(sealed.getPermittedSubclasses());
      this.coders = classes.stream().map(Coder::of).toList();
    }

    @Override
    public void write(DataOutputStream out, Object value) throws IOException {
      int number = classes.indexOf(value.getClass());
      out.writeByte(number);
      coders.get(number).write(out, value);
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      return coders.get(in.readByte()).read(in);
    }
  }
}
