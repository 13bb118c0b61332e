package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.study.StudyListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The rule that a panda which has begun goes on with what it began with, and nothing else. */
final class PandaFrom {

  private PandaFrom() {}

  /**
   * Checks a study whose best a panda is to begin with, where the panda has begun.
   *
   * @return what is to be said where there is nothing to compare with: the other study may be gone
   *     by now; else empty
   * @throws DataException if the panda began with something else; says with what
   */
  static Optional<String> check(String from, StudyConf conf, String directory)
      throws IOException, ConfigurationException {
    Optional<StudyPast> begun = StudyPast.find(directory);
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    if (StudyPast.find(from).isEmpty()) {
      return Optional.of(
          "--from: %s; the panda goes on with what it began with".formatted(StudyPast.none(from)));
    }
    Resumption.check(conf, begun.get().state(), directory);
    List<String> differences =
        differences(first(begun.get().conf()), first(WarmStart.bestOf(from, conf)));
    if (!differences.isEmpty()) {
      throw new DataException(
          "%s holds a panda that began with %s: that is the best of %s. Leave --from out to go on with it, or give another --dir to begin another"
              .formatted(directory, String.join(", ", differences), from));
    }
    return Optional.empty();
  }

  private static Configuration first(StudyConf conf) {
    return conf.search().method().first().stream().findFirst().orElse(conf.space().defaults());
  }

  private static List<String> differences(Configuration then, Configuration now) {
    Set<String> names = new TreeSet<>(then.values().keySet());
    names.addAll(now.values().keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      boolean both = then.has(name) && now.has(name);
      if (!both || !then.get(name).sameAs(now.get(name))) {
        differences.add("%s %s, now %s".formatted(name, text(then, name), text(now, name)));
      }
    }
    return differences;
  }

  private static String text(Configuration of, String name) {
    Optional<Value> value = Optional.ofNullable(of.values().get(name));
    return value.map(Value::toString).orElse("unset");
  }

  /** A listener that is told this first. */
  static Function<StudyConf, StudyListener> telling(
      Optional<String> note, Function<StudyConf, StudyListener> listeners) {
    return conf -> {
      StudyListener listener = listeners.apply(conf);
      note.ifPresent(listener::note);
      return listener;
    };
  }
}
