package dev.sturgeon.bench.chaos;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Two trials sleep for ever in native code in local mode, where nothing can end that: no slot is
 * left. The search says so and ends; the same command goes on with the others.
 */
final class LocalHang implements Fault {

  @Override
  public String name() {
    return "hang-local";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    List<String> deeds = new ArrayList<>(Collections.nCopies(2, "hang"));
    deeds.addAll(Collections.nCopies(6, "none"));
    Search search = Search.ofDeeds(ground, name(), deeds, "search.hangAfter=30s");
    try (JavaProcess first = search.local();
        JavaProcess second = awaited(first, search)) {
      int code = second.await(Ground.PATIENCE);
      Story story = search.story();
      List<Finding> findings = new ArrayList<>();
      findings.add(Finding.exactly("first.exitCode", first.await(Ground.PATIENCE), 5));
      findings.add(Finding.saying("first.says", lastLine(first.stderr()), "hangs in native code"));
      findings.add(Finding.exactly("resumed.exitCode", code, 0));
      findings.add(Finding.exactly("hung", story.failed(FailureKind.HANG), 2));
      findings.add(Finding.exactly("othersCompleted", story.count(Trial.Status.COMPLETED), 6));
      findings.add(
          Finding.exactly(
              "hungOnesTriedAgain",
              story.told("hang").stream().filter(t -> story.issued(t.id()) > 1).count(),
              0));
      return findings;
    }
  }

  private static JavaProcess awaited(JavaProcess first, Search search) throws Exception {
    first.await(Ground.PATIENCE);
    return search.local();
  }

  private static String lastLine(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }
}
