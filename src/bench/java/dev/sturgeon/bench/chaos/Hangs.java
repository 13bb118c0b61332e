package dev.sturgeon.bench.chaos;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One trial sleeps for ever in Java, another one in native code, on the cluster. */
final class Hangs implements Fault {
  private static final int LIMIT = 30;

  @Override
  public String name() {
    return "hang";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    List<Finding> findings = new ArrayList<>();
    for (String deed : List.of("sleep", "hang")) {
      // So many others that the search outlives the slot's return.
      Search search =
          Search.ofDeeds(
              ground,
              name(),
              Deeds.among(40, deed),
              "search.hangAfter=" + LIMIT + "s",
              "search.maxEpochs=20");
      int code = Deeds.run(search);
      Story story = search.story();
      String where = deed.equals("sleep") ? "java" : "native";
      findings.add(Finding.exactly(where + ".exitCode", code, 0));
      findings.add(Finding.exactly(where + ".hung", story.failed(FailureKind.HANG), 1));
      findings.add(
          Finding.exactly(where + ".othersCompleted", story.count(Trial.Status.COMPLETED), 40));
      findings.add(
          Finding.atMost(where + ".secondsUntilSlotIsBack", secondsOut(story, deed), 2 * LIMIT));
    }
    return findings;
  }

  /**
   * From the hung segment's issue until there are two slots again. A slot that is back before the
   * driver next looks was never missing: Java code that sleeps ends when it is interrupted.
   */
  private static double secondsOut(Story story, String deed) throws IOException {
    Trial hung = story.told(deed).get(0);
    double issued = Double.NaN;
    double back = Double.NaN;
    for (Stamped entry : story.entries()) {
      if (entry.event() instanceof Event.SegmentIssued out
          && out.segment().trial().equals(hung.id())) {
        issued = entry.t();
      } else if (entry.event() instanceof Event.SegmentEnded ended
          && !ended.again()
          && hung.id().equals(story.trialsByToken().get(ended.token()))) {
        back = entry.t();
      } else if (!Double.isNaN(back) && entry.event() instanceof Event.SlotsChanged changed) {
        if (changed.slots() == 2) {
          return entry.t() - issued;
        }
        back = Double.POSITIVE_INFINITY;
      }
    }
    if (Double.isNaN(back)) {
      throw new IOException("the segment was not given up");
    }
    return back - issued;
  }
}
