package dev.sturgeon.schedule;

import dev.sturgeon.panda.PandaView;
import dev.sturgeon.panda.Series;
import dev.sturgeon.panda.Setting;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Several ways on from the same checkpoint, side by side: the model without a change, and branches
 * of it with one. When all have trained for the horizon, the best goes on and the others are given
 * up.
 *
 * <p>A short look ahead favours lower learning rates for the wrong reason (Wu, Ren, Liao and
 * Grosse, Understanding short-horizon bias in stochastic meta-optimization, 2018). So no change
 * wins unless a branch's averaged dev loss is lower by more than its noise, and where that is not
 * known yet; and for a horizon after such an outcome no change is tried.
 */
final class WhatIf {
  /** So many deviations are more than noise. */
  private static final double BEYOND = 3;

  private final Trial current;
  private final List<Trial> all;
  private final List<Trial> branches;
  private final List<Trial> leftover;
  private final Setting setting;
  private final int begin;

  /** What is tried now, if anything. */
  WhatIf(Family family, Setting setting) {
    this.setting = setting;
    this.current = family.current();
    this.all = family.children(current, Role.BRANCH);
    this.begin = all.stream().mapToInt(branch -> branch.past().fromEpoch()).max().orElse(-1);
    boolean off = isOrdered() || (current.status().isOver() && !Family.isLost(current));
    this.branches = off ? List.of() : all.stream().filter(b -> !b.status().isOver()).toList();
    this.leftover =
        family.history().trials().stream()
            .filter(trial -> trial.status() == Status.PAUSED)
            .filter(trial -> !trial.id().equals(current.id()) && !branches.contains(trial))
            .toList();
  }

  /** A person's order ends what is tried. */
  private boolean isOrdered() {
    return current.past().nudges().stream()
        .anyMatch(nudge -> nudge.order() > 0 && nudge.epoch() >= begin);
  }

  /** Whether branches are still there, beside the model itself. */
  boolean isOn() {
    return !branches.isEmpty();
  }

  /** Whether the model itself has not trained on since the first branch was born. */
  boolean isJustBegun() {
    return isOn() && current.status() == Status.PAUSED && current.epoch() == begin;
  }

  /** Whether a branch with this change is there already. */
  boolean isTried(Nudge nudge) {
    return all.stream()
        .filter(branch -> branch.past().fromEpoch() == begin)
        .flatMap(branch -> branch.past().nudges().stream())
        .anyMatch(tried -> tried.epoch() == begin && tried.values().equals(nudge.values()));
  }

  /** Whether changes were tried only just now, and turned out no better than none. */
  boolean isTooSoon() {
    return begin >= 0 && current.epoch() < begin + 2 * setting.horizonEpochs();
  }

  /** A paused trial that nothing follows from any more is given up. */
  Optional<Scheduler.Step> leftover() {
    return leftover.stream()
        .findFirst()
        .map(
            trial ->
                new Scheduler.Drop(
                    trial.id(), "left behind: trial %s goes on instead".formatted(current.id())));
  }

  /** One that has not trained for the horizon yet, which goes on but no further than that. */
  Optional<Scheduler.Step> goOn(Budget budget) {
    return isOn()
        ? members()
            .filter(member -> member.status() == Status.PAUSED && member.epoch() < end())
            .findFirst()
            .map(member -> new Scheduler.Continue(member.id(), end(member, budget), ""))
        : Optional.empty();
  }

  private int end(Trial member, Budget budget) {
    return budget.segmentEnd(member.epoch(), Math.min(end(), member.maxEpochs()));
  }

  private Stream<Trial> members() {
    return Stream.concat(branches.stream(), Stream.of(current));
  }

  private int end() {
    return begin + setting.horizonEpochs();
  }

  /** When all have trained for the horizon, those are given up that have lost, one by one. */
  Optional<Scheduler.Step> verdict() {
    boolean done =
        members()
            .filter(member -> !Family.isLost(member))
            .allMatch(member -> member.status() == Status.PAUSED && member.epoch() >= end());
    return isOn() && done ? Optional.of(verdict(best())) : Optional.empty();
  }

  private Scheduler.Step verdict(Trial best) {
    boolean better =
        Family.isLost(current) || (hasNoise(best) && gain(best) > BEYOND * noise(best));
    Optional<Trial> other =
        branches.stream().filter(branch -> !branch.id().equals(best.id())).findFirst();
    Trial loser = better ? other.orElse(current) : other.orElse(best);
    String what =
        better
            ? "trial %s goes on".formatted(best.id())
            : "no change is as good, within noise: trial %s goes on".formatted(current.id());
    return new Scheduler.Drop(loser.id(), what + "; " + figures(best));
  }

  private Trial best() {
    return branches.stream().min(Comparator.comparingDouble(this::loss)).orElseThrow();
  }

  private String figures(Trial best) {
    return String.format(
        Locale.ROOT,
        "dev loss after %d epochs: %.4g without a change, %.4g with the best one, noise %s",
        end() - begin,
        Math.exp(loss(current)),
        Math.exp(loss(best)),
        hasNoise(best)
            ? String.format(Locale.ROOT, "%.2g %%", 100 * noise(best))
            : "unknown before epoch " + Series.LEAST_FOR_NOISE);
  }

  private double gain(Trial branch) {
    return loss(current) - loss(branch);
  }

  /** At the horizon, however much further it trained; what was lost before is taken as it was. */
  private double loss(Trial trial) {
    Series loss = new PandaView(trial, setting).devLoss();
    return loss.size() == 0
        ? Double.POSITIVE_INFINITY
        : loss.average(Math.max(0, trial.epoch() - end()));
  }

  /** From their curves, with what they have in common: a horizon of one epoch tells nothing. */
  private boolean hasNoise(Trial branch) {
    return new PandaView(current, setting).devLoss().hasNoise()
        && new PandaView(branch, setting).devLoss().hasNoise();
  }

  /** Of the difference of two averages, each over about three epochs. */
  private double noise(Trial branch) {
    double one = new PandaView(current, setting).devLoss().noise();
    double other = new PandaView(branch, setting).devLoss().noise();
    return Math.sqrt((one * one + other * other) / 3);
  }
}
