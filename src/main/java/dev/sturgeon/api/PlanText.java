package dev.sturgeon.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sturgeon.data.MemoryPlan;
import dev.sturgeon.report.TextTable;
import dev.sturgeon.report.Wording;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A plan as a person reads it. */
final class PlanText {
  private static final String NONE = "–";

  private PlanText() {}

  static String of(Plan plan, ZoneId zone) {
    StringBuilder text = new StringBuilder(plan.study() + ": the configuration is valid\n");
    text.append("data: ").append(plan.data()).append('\n');
    plan.warnings().forEach(line -> text.append("data: ").append(line).append('\n'));
    plan.advice().forEach(line -> text.append("advice: ").append(line).append('\n'));
    text.append('\n').append(headline(plan)).append('\n').append(trials(plan));
    plan.trials().stream()
        .filter(trial -> trial.problem() != null)
        .forEach(
            trial ->
                text.append(
                    "trial %d makes no network: %s\n".formatted(trial.trial(), trial.problem())));
    text.append('\n').append(memory(plan.memory())).append('\n').append(settings(plan));
    Forecast forecast = plan.forecast();
    if (forecast != null) {
      text.append('\n').append(ForecastText.of(forecast, zone)).append('\n');
    }
    return text.toString().stripTrailing();
  }

  private static String headline(Plan plan) {
    int shown = plan.trials().size();
    int own = plan.ownTrials();
    String first =
        own == 1 ? "the study's first trial" : "the study's first %d trials".formatted(own);
    return own == shown
        ? first + ":"
        : first
            + ", and others like %s; from trial %d on the study itself may look around its best:"
                .formatted(own == 1 ? "it" : "them", own);
  }

  private static TextTable trials(Plan plan) {
    boolean timed = plan.forecast() != null;
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of("trial"));
    head.addAll(plan.varying());
    head.addAll(List.of("parameters", "steps/epoch"));
    table.row(timed ? with(head, "s/epoch") : head);
    for (PlannedTrial trial : plan.trials()) {
      List<String> cells = new ArrayList<>(List.of(Integer.toString(trial.trial())));
      plan.varying().forEach(name -> cells.add(value(trial.hyperparameters().path(name))));
      cells.add(orNone(trial.parameters(), String::valueOf));
      cells.add(orNone(trial.stepsPerEpoch(), String::valueOf));
      table.row(timed ? with(cells, orNone(trial.secondsPerEpoch(), Wording::number)) : cells);
    }
    return table;
  }

  private static List<String> with(List<String> cells, String last) {
    List<String> longer = new ArrayList<>(cells);
    longer.add(last);
    return longer;
  }

  private static <T> String orNone(@Nullable T value, Function<T, String> wording) {
    return value == null ? NONE : wording.apply(value);
  }

  private static String value(JsonNode value) {
    if (value.isMissingNode()) {
      return NONE;
    }
    return value.isDouble() ? Wording.number(value.doubleValue()) : value.asText();
  }

  private static String memory(PlannedMemory memory) {
    MemoryPlan needed = memory.needed();
    MemoryPlan.Available available = memory.available();
    TextTable table = new TextTable();
    table.row(List.of("memory", "needed", "there is"));
    table.row(row("heap of the driver", needed.driverHeap(), available.driverHeap()));
    table.row(row("heap of each executor", needed.executorHeap(), available.executorHeap()));
    if (available.shared()) {
      table.row(row("both, here in one heap", needed.sharedHeap(), available.driverHeap()));
    }
    table.row(row("off-heap of each executor", needed.offHeap(), available.offHeap()));
    StringBuilder text = new StringBuilder(table.toString());
    text.append("for the largest networks of the space, ")
        .append(memory.trialsPerExecutor())
        .append(" at once in each executor\n");
    memory.problems().forEach(line -> text.append("too little memory: ").append(line).append('\n'));
    return text.toString();
  }

  private static List<String> row(String what, long needed, long available) {
    return List.of(what, MemoryPlan.megabytes(needed), MemoryPlan.megabytes(available));
  }

  private static String settings(Plan plan) {
    StringBuilder text = new StringBuilder("suggested settings for submit/cluster:\n");
    plan.settings()
        .cluster()
        .forEach((name, value) -> text.append("  --conf %s=%s\n".formatted(name, value)));
    return text
        + "for submit/local, which else takes 40 % of the memory:\n  STURGEON_JAVA_OPTIONS="
        + plan.settings().local()
        + "\n";
  }
}
