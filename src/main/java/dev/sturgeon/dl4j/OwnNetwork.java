package dev.sturgeon.dl4j;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.train.NetworkCatalogue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Users' own networks: found by the names of their classes, asked, and tried out. */
final class OwnNetwork {

  private OwnNetwork() {}

  static NetworkFactory make(String name) {
    Class<?> type = find(name);
    if (!NetworkFactory.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          "class %s is no network; it must implement %s"
              .formatted(name, NetworkFactory.class.getName()));
    }
    if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
      throw new IllegalArgumentException("class " + name + " must be public and not abstract");
    }
    try {
      Constructor<?> constructor = type.getConstructor();
      return (NetworkFactory) constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          "class " + name + " needs a public constructor without parameters", e);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "the constructor of class %s failed: %s".formatted(name, e.getCause()), e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalArgumentException("class %s cannot be used: %s".formatted(name, e), e);
    }
  }

  /** On executors, only the thread's loader knows the jars that were submitted. */
  private static Class<?> find(String name) {
    try {
      return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "there is no class %s; is it in a jar given with --jars?".formatted(name), e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException("class %s cannot be loaded: %s".formatted(name, e), e);
    }
  }

  static Catalogue catalogue(String name) {
    NetworkFactory factory = make(name);
    List<Hyperparameter> own;
    try {
      own = new Foreign(name).call("name its hyperparameters", factory::hyperparameters);
      return NetworkCatalogue.of(own);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the hyperparameters of %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Two rows of zeros, through training's way and through inference's. */
  static void tryOut(NetworkPlan plan) {
    Natives.load();
    Foreign foreign = Foreign.of(plan.factory());
    Net network = plan.build(plan.forSaving());
    int columns = plan.shape().size();
    int outputs = plan.targets().outputs();
    try (INDArray rows = Nd4j.zeros(DataType.FLOAT, 2, columns);
        INDArray wanted = Nd4j.zeros(DataType.FLOAT, 2, outputs);
        INDArray found = foreign.call("be applied to the data", () -> network.output(rows))) {
      if (!Arrays.equals(found.shape(), wanted.shape())) {
        throw new IllegalArgumentException(
            "%s gives outputs of shape %s for two examples; these data want [2, %d]"
                .formatted(foreign.name(), Arrays.toString(found.shape()), outputs));
      }
      foreign.call("be trained on the data", () -> backpropagated(network, rows, wanted));
    } finally {
      network.free();
    }
  }

  private static Net backpropagated(Net network, INDArray rows, INDArray wanted) {
    network.backpropagate(rows, wanted);
    return network;
  }
}
