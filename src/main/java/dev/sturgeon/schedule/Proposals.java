package dev.sturgeon.schedule;

import dev.sturgeon.panda.Advice;
import dev.sturgeon.panda.Knobs;
import dev.sturgeon.panda.PandaView;
import dev.sturgeon.panda.Rule;
import dev.sturgeon.panda.Rules;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rules want of a babysat model now, made into what can be done.
 *
 * @param rules asked in this order
 * @param view what they see
 * @param knobs what can change
 * @param ordered what people have ordered, which no rule's way back undoes
 */
record Proposals(List<Rule> rules, PandaView view, Knobs knobs, Ordered ordered) {

  /** What a rule wants: a nudge, or to stop where there is none. */
  record Proposal(Optional<Nudge> nudge, String text) {
    /** Whether it goes on from where the trial is. */
    boolean isHere(Trial current) {
      return nudge.filter(it -> it.epoch() == current.epoch()).isPresent()
          && current.status() == Status.PAUSED;
    }
  }

  /** The model. */
  Trial current() {
    return view.trial();
  }

  /** In the order of the rules; what would change nothing is left out. */
  List<Proposal> all() {
    List<Proposal> proposals = new ArrayList<>();
    for (Rule rule : rules) {
      Rules.ask(rule, view).flatMap(advice -> proposal(rule, advice)).ifPresent(proposals::add);
    }
    return proposals;
  }

  private Optional<Proposal> proposal(Rule rule, Advice advice) {
    if (advice instanceof Advice.Stop) {
      return current().status() == Status.PAUSED
          ? Optional.of(new Proposal(Optional.empty(), rule.name() + ": " + advice.why()))
          : Optional.empty();
    }
    return advice instanceof Advice.GoBack back
        ? proposal(rule, advice, back.epoch(), back.values())
        : proposal(rule, advice, current().epoch(), ((Advice.Change) advice).values());
  }

  private Optional<Proposal> proposal(
      Rule rule, Advice advice, int epoch, SortedMap<String, Value> wanted) {
    Configuration then = at(epoch, rule);
    SortedMap<String, Value> fitted = fit(rule, then, wanted);
    if (fitted.isEmpty()) {
      return Optional.empty();
    }
    String bound = fitted.equals(wanted) ? "" : "; as far as the search space goes";
    SortedMap<String, Value> kept = kept(epoch, then, wanted);
    String keeps = kept.isEmpty() ? "" : "; keeps what was ordered: " + names(kept);
    SortedMap<String, Value> values = new TreeMap<>(kept);
    values.putAll(fitted);
    Nudge nudge = Nudge.of(epoch, then, values, rule.name(), advice.why() + bound + keeps);
    return Optional.of(new Proposal(Optional.of(nudge), nudge.text()));
  }

  private static String names(SortedMap<String, Value> values) {
    return String.join(", ", values.keySet());
  }

  /** What was ordered since, but for what the rule sets itself and for what is so there too. */
  private SortedMap<String, Value> kept(
      int epoch, Configuration then, SortedMap<String, Value> wanted) {
    SortedMap<String, Value> kept = ordered.after(epoch);
    kept.keySet().removeAll(wanted.keySet());
    kept.entrySet().removeIf(order -> order.getValue().sameAs(then.get(order.getKey())));
    return kept;
  }

  /** What a rule changes: the configuration at a checkpoint that there is. */
  private Configuration at(int epoch, Rule rule) {
    try {
      current().checkpointOf(epoch);
      return current().configurationAt(epoch);
    } catch (IllegalArgumentException e) {
      throw Rules.refusal(rule, e);
    }
  }

  private SortedMap<String, Value> fit(
      Rule rule, Configuration then, SortedMap<String, Value> wanted) {
    try {
      return knobs.fit(then, new TreeMap<>(wanted));
    } catch (IllegalArgumentException e) {
      throw Rules.refusal(rule, e);
    }
  }
}
