package dev.sturgeon.panda;

import java.util.Locale;
import java.util.Optional;

/**
 * Looks at a model in training after each of its segments and says what to change, if anything.
 *
 * <p>Pure: the same view gives the same advice, or a study could not be replayed. A user's own rule
 * is a class with a public constructor without parameters.
 */
public interface Rule {

  /** What to do now, and why; empty to let it train on. */
  Optional<Advice> look(PandaView view);

  /** What the journal and reports call it: its class's name, with a small first letter. */
  default String name() {
    String name = getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
