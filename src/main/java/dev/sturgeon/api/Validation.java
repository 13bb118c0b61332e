package dev.sturgeon.api;

import java.util.List;

/**
 * What a valid configuration amounts to.
 *
 * @param study its name
 * @param space one line per hyperparameter: its domain and default
 * @param advice what is legal but foolish
 */
public record Validation(String study, List<String> space, List<String> advice) {

  /** Copies the lists. */
  public Validation {
    space = List.copyOf(space);
    advice = List.copyOf(advice);
  }
}
