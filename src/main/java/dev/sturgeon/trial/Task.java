package dev.sturgeon.trial;

/** What a network is to say of an example. */
public enum Task {
  /** Its class: one probability per class. */
  CLASSIFICATION,
  /** A number. */
  REGRESSION
}
