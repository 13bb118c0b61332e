package dev.sturgeon.schedule;

import dev.sturgeon.panda.Knobs;
import dev.sturgeon.panda.PandaView;
import dev.sturgeon.panda.Rule;
import dev.sturgeon.panda.Setting;
import dev.sturgeon.sample.Suggestion;
import dev.sturgeon.schedule.Proposals.Proposal;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Babysits one model (Ng, Improving Deep Neural Networks, week 3: "panda"): trains it in short
 * segments, and before each one obeys what a person has ordered, or else asks rules whether to
 * change something. Where several slots are free, what the first rules want is tried beside going
 * on without a change: {@link WhatIf}.
 *
 * <p>A change is made in the trial itself; going back to a checkpoint begins a new trial from
 * there, which takes the former one's place. Knows nothing but the history.
 */
public final class Panda implements Scheduler {
  private final Suggestion first;
  private final long seed;
  private final Budget budget;
  private final int branches;
  private final List<Rule> rules;
  private final Setting setting;
  private final Knobs knobs;

  /**
   * A panda of one configuration.
   *
   * @param first the configuration, and where it comes from
   * @param seed the model's seed
   * @param budget its epochs and those of a segment; its number of trials does not matter
   * @param branches how many ways on are tried at once, going on without a change among them; 1 for
   *     none
   * @param rules asked in this order
   * @param knobs what can change, and to what
   */
  public Panda(
      Suggestion first,
      long seed,
      Budget budget,
      int branches,
      List<Rule> rules,
      Setting setting,
      Knobs knobs) {
    this.first = first;
    this.seed = seed;
    this.budget = budget;
    this.branches = branches;
    this.rules = List.copyOf(rules);
    this.setting = setting;
    this.knobs = knobs;
  }

  @Override
  public Optional<Step> next(History history, int slots) {
    return wanted(history, slots).map(step -> StandingOrders.endingInTime(step, history));
  }

  private Optional<Step> wanted(History history, int slots) {
    if (history.trials().isEmpty()) {
      int end = budget.segmentEnd(0, budget.maxEpochs());
      return Optional.of(
          new Start(
              first.configuration(),
              seed,
              budget.maxEpochs(),
              end,
              first.origin(),
              first.reasons()));
    }
    Family family = new Family(history);
    Trial current = family.current();
    StandingOrders orders = new StandingOrders(history, current);
    WhatIf whatIf = new WhatIf(family, setting);
    Proposals proposals = proposals(history, current);
    return whatIf
        .leftover()
        .or(() -> orders.hold())
        .or(() -> orders.obey((role, nudge) -> branch(current, role, nudge)))
        .or(() -> whatIf.verdict())
        .or(() -> tryAnother(whatIf, proposals, slots))
        .or(() -> whatIf.goOn(budget))
        .or(() -> whatIf.isOn() ? Optional.empty() : decide(whatIf, proposals, slots))
        .or(() -> whatIf.isOn() ? Optional.empty() : new Loss(history, current).halt());
  }

  private Proposals proposals(History history, Trial current) {
    Ordered ordered = new Ordered(history, current);
    return new Proposals(rules, new PandaView(current, setting), knobs, ordered);
  }

  /** Everything follows from the history. */
  @Override
  public void update(Trial trial) {}

  @Override
  public boolean keepsCheckpoints() {
    return true;
  }

  /** The next of the ways on that are tried beside the present one. */
  private Optional<Step> tryAnother(WhatIf whatIf, Proposals proposals, int slots) {
    return whatIf.isJustBegun()
        ? variants(proposals, slots).stream()
            .filter(nudge -> !whatIf.isTried(nudge))
            .findFirst()
            .map(nudge -> branch(proposals.current(), Role.BRANCH, nudge))
        : Optional.empty();
  }

  private Optional<Step> decide(WhatIf whatIf, Proposals proposals, int slots) {
    Trial current = proposals.current();
    boolean paused = current.status() == Status.PAUSED;
    if (!paused && current.status() != Status.DIVERGED) {
      return Optional.empty();
    }
    boolean decided = paused && (current.epoch() == 0 || isNudgedHere(current));
    Optional<Proposal> proposal =
        decided
            ? Optional.empty()
            : proposals.all().stream()
                .filter(p -> !whatIf.isTooSoon() || !p.isHere(current))
                .findFirst();
    if (proposal.isEmpty()) {
      return paused ? Optional.of(goOn(current)) : Optional.empty();
    }
    return Optional.of(carryOut(proposal.get(), proposals, slots));
  }

  private static boolean isNudgedHere(Trial current) {
    return current.past().nudges().stream().anyMatch(n -> n.epoch() == current.epoch());
  }

  private Step carryOut(Proposal proposal, Proposals proposals, int slots) {
    Trial current = proposals.current();
    if (proposal.nudge().isEmpty()) {
      return new Complete(current.id(), proposal.text());
    }
    Nudge nudge = proposal.nudge().get();
    if (!proposal.isHere(current)) {
      return branch(current, Role.SEARCH, nudge);
    }
    List<Nudge> variants = variants(proposals, slots);
    return variants.isEmpty()
        ? new Change(current.id(), nudge)
        : branch(current, Role.BRANCH, variants.get(0));
  }

  /** What to try beside going on: what rules want, then something at random; empty to try none. */
  private List<Nudge> variants(Proposals proposals, int slots) {
    Trial current = proposals.current();
    int most = Math.min(branches, slots) - 1;
    int horizon = setting.horizonEpochs();
    if (most < 1 || current.epoch() + horizon >= current.maxEpochs()) {
      return List.of();
    }
    List<Nudge> variants = new ArrayList<>();
    for (Proposal proposal : proposals.all()) {
      proposal
          .nudge()
          .filter(nudge -> proposal.isHere(current))
          .filter(nudge -> variants.stream().noneMatch(v -> v.values().equals(nudge.values())))
          .ifPresent(variants::add);
    }
    if (variants.isEmpty()) {
      return List.of();
    }
    variants.addAll(RandomNudges.of(current, knobs, most - variants.size()));
    return variants.subList(0, Math.min(most, variants.size()));
  }

  private Step branch(Trial parent, Role role, Nudge nudge) {
    int end = budget.segmentEnd(nudge.epoch(), parent.maxEpochs());
    return new Branch(parent.id(), nudge.epoch(), role, nudge, end);
  }

  private Step goOn(Trial trial) {
    return new Continue(trial.id(), budget.segmentEnd(trial.epoch(), trial.maxEpochs()), "");
  }

  @Override
  public Optional<String> objection(History history, Order order) {
    Trial current = history.trials().isEmpty() ? unborn() : new Family(history).current();
    return new Objections(history, current, goesOn(history, current), knobs).to(order);
  }

  /** Whether it trains on without a further order: also where a branch or a rule saves it. */
  private boolean goesOn(History history, Trial current) {
    if (!current.status().isOver()) {
      return true;
    }
    boolean branches = history.trials().stream().anyMatch(trial -> !trial.status().isOver());
    return (branches && Family.isLost(current))
        || (current.status() == Status.DIVERGED && !proposals(history, current).all().isEmpty());
  }

  @Override
  public int endAgain(History history, Segment lost) {
    return StandingOrders.endAgain(lost, history);
  }

  /** The model as it will be born: what cannot be obeyed then is refused before. */
  private Trial unborn() {
    return Trial.born(
        new TrialId(0), Role.SEARCH, null, first.configuration(), seed, budget.maxEpochs());
  }
}
