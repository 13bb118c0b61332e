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
import org.jspecify.annotations.Nullable;

/**
 * What a panda begins with, or has begun with and so goes on with.
 *
 * @param conf its configuration
 * @param note what is to be said of that; empty for nothing
 */
record PandaFrom(StudyConf conf, Optional<String> note) {

  /**
   * Of a panda that is to begin with a study's best.
   *
   * @param from the other study's directory; null for what the configuration says. Where the panda
   *     has begun, that study may be gone by now
   * @throws DataException if the panda has begun with something else; says with what
   */
  static PandaFrom of(@Nullable String from, StudyConf conf, String directory)
      throws IOException, ConfigurationException {
    if (from == null) {
      return new PandaFrom(conf, Optional.empty());
    }
    Optional<StudyPast> begun = StudyPast.find(directory);
    if (begun.isPresent() && StudyPast.find(from).isEmpty()) {
      String gone =
          "--from: %s; the panda goes on with what it began with".formatted(StudyPast.none(from));
      return new PandaFrom(conf, Optional.of(gone));
    }
    if (begun.isPresent()) {
      Resumption.check(conf, begun.get().state(), directory);
    }
    StudyConf best = WarmStart.bestOf(from, conf);
    if (begun.isPresent()) {
      check(first(begun.get().conf()), first(best), from, directory);
    }
    return new PandaFrom(best, Optional.empty());
  }

  private static void check(Configuration then, Configuration now, String from, String directory) {
    List<String> differences = differences(then, now);
    if (!differences.isEmpty()) {
      throw new DataException(
          "%s holds a panda that began with %s: that is the best of %s. Leave --from out to go on with it, or give another --dir to begin another"
              .formatted(directory, String.join(", ", differences), from));
    }
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
  Function<StudyConf, StudyListener> telling(Function<StudyConf, StudyListener> listeners) {
    return told -> {
      StudyListener listener = listeners.apply(told);
      note.ifPresent(listener::note);
      return listener;
    };
  }
}
