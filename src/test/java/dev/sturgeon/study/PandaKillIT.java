package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.space.Value;
import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.store.Storage;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A panda whose process is killed right after each of twenty nudges has come. */
@Timeout(900)
final class PandaKillIT {
  private static final int NUDGES = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path directory;
  private final Storage storage;

  PandaKillIT(@TempDir Path directory) {
    this.directory = directory;
    this.storage = new LocalStorage(directory.resolve("study"));
  }

  @Test
  void everyNudgeIsStillInForce() throws Exception {
    for (int i = 1; i <= NUDGES; i++) {
      try (JavaProcess panda = start("panda-" + i)) {
        int part = i;
        await(state -> state.parts().size() == part && !state.open().isEmpty(), panda);
        String name = Inbox.send(storage, nudge(i * 0.001));
        await(state -> state.hasHandled(name), panda);
      }
    }
    try (JavaProcess panda = start("last")) {
      await(state -> state.parts().size() > NUDGES, panda);
      await(state -> model(state).past().nudges().size() >= NUDGES, panda);
    }
    Trial model = model(state());
    assertThat(model.past().nudges())
        .extracting(Nudge::order)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, NUDGES).boxed().toList());
    assertThat(model.configuration().real("l2")).isEqualTo(NUDGES * 0.001);
    assertThat(state().parts()).hasSize(NUDGES + 1);
  }

  private JavaProcess start(String name) throws Exception {
    return JavaProcess.start(
        directory,
        directory,
        name,
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            PandaProcess.class.getName(),
            directory.resolve("study").toString()));
  }

  private static Command nudge(double l2) {
    Command.Sender ann = new Command.Sender("ann@node-1", Instant.now(), "");
    return new Command.Nudge(ann, Order.Kind.NUDGE, new TreeMap<>(Map.of("l2", Value.of(l2))), 0);
  }

  private StudyState state() throws Exception {
    return StudyState.from(JournalReader.read(storage).entries());
  }

  private static Trial model(StudyState state) {
    return state.history().trials().get(0);
  }

  private void await(Predicate<StudyState> wanted, JavaProcess panda) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.test(state())) {
      assertThat(System.nanoTime()).as(panda::stderr).isLessThan(deadline);
      Thread.sleep(20);
    }
  }
}
