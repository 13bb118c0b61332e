package dev.sturgeon.spark;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Records: their components, one after the other. What is read, their constructor checks. */
final class RecordCoder implements Coder {
  private final Constructor<?> constructor;
  private final Method[] accessors;
  private final Coder[] coders;

  RecordCoder(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException("a message has no " + type.getName());
    }
    this.accessors =
        Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    this.coders = Arrays.stream(components).map(RecordCoder::coder).toArray(Coder[]::new);
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      this.constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
    constructor.setAccessible(true);
    for (Method accessor : accessors) {
      accessor.setAccessible(true);
    }
  }

  private static Coder coder(RecordComponent component) {
    Coder coder = Coder.of(component.getGenericType());
    return component.getType().isPrimitive() ? coder : Coder.orNull(coder);
  }

  @Override
  public void write(DataOutputStream out, Object value) throws IOException {
    try {
      for (int i = 0; i < accessors.length; i++) {
        coders[i].write(out, accessors[i].invoke(value));
      }
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public Object read(DataInputStream in) throws IOException {
    Object[] components = new Object[coders.length];
    for (int i = 0; i < components.length; i++) {
      components[i] = coders[i].read(in);
    }
    try {
      return constructor.newInstance(components);
    } catch (InvocationTargetException refused) {
      throw new IOException("a message is damaged: " + refused.getCause(), refused);
    } catch (InstantiationException | IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
