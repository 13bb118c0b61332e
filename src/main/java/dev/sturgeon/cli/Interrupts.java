package dev.sturgeon.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Ctrl-C and SIGTERM, which else would end the JVM, and Spark's context before the segments that
 * run can end. By reflection, for of the JDK's own interface compilers warn. (That of Spark lets go
 * of a signal while it handles one: of two in a row the second would end the JVM.)
 */
final class Interrupts {
  private static final String SIGNAL = "sun.misc.Signal";

  private Interrupts() {}

  /** Has each signal run its action, in a thread of its own, and do nothing else. */
  static void handle(Runnable interrupt, Runnable terminate) {
    register("INT", interrupt);
    register("TERM", terminate);
  }

  private static void register(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName(SIGNAL);
      Class<?> handler = Class.forName(SIGNAL + "Handler");
      Object ours =
          Proxy.newProxyInstance(
              Interrupts.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getDeclaringClass().equals(Object.class)) {
                  return method.invoke(action, arguments);
                }
                action.run();
                return null;
              });
      Object named = signal.getConstructor(String.class).newInstance(name);
      Object unused = signal.getMethod("handle", signal, handler).invoke(null, named, ours);
    } catch (InvocationTargetException notOurs) {
      // Java was told to leave the signals alone (-Xrs): so does this.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java has no " + SIGNAL, e);
    }
  }
}
