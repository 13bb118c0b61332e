package dev.sturgeon.conf;

import java.util.List;
import java.util.Optional;

/**
 * Brings the frozen configuration of a study up to date that an earlier version began: what that
 * version did without being asked is put in.
 *
 * <p>At first there was no choice of schedulers: every trial trained to the end, and was drawn at
 * random where no sampler was named. Rounds were separated, which now only a strict search does.
 */
final class Upgrade {
  private static final String SEARCH = "search";

  private Upgrade() {}

  static Node.Mapping upgrade(Node.Mapping study) {
    if (text(study, "scheduler").isPresent()) {
      return study;
    }
    Node.Mapping full = with(study, "scheduler", Node.Kind.TEXT, "full");
    if (text(full, "sampler").isEmpty()) {
      full = with(full, "sampler", Node.Kind.TEXT, "random");
    }
    return text(full, "rounds").orElse("1").equals("1")
        ? with(full, "rounds", Node.Kind.NUMBER, "1")
        : with(full, "strict", Node.Kind.TRUE, "true");
  }

  private static Optional<String> text(Node.Mapping study, String key) {
    return study.entries().get(SEARCH) instanceof Node.Mapping search
            && search.entries().get(key) instanceof Node.Scalar scalar
            && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private static Node.Mapping with(Node.Mapping study, String key, Node.Kind kind, String text) {
    Node.Place place = study.place().child(SEARCH, 0).child(key, 0);
    return study.with(List.of(SEARCH, key), new Node.Scalar(place, kind, text));
  }
}
