package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.report.Contestant;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One of the two that are compared, with one seed. */
sealed interface VersusSide {

  /** What is compared. */
  StudyConf all();

  /** How many studies it may take for what it may hold. */
  int mostStudies();

  /** What it has come to, as the journals tell. */
  Contestant contestant() throws IOException;

  /** What is left to do. */
  default Optional<Agenda.Task> next() throws IOException {
    return new Agenda(all().versus().coreSeconds(), mostStudies())
        .next(contestant(), all().objective());
  }

  /** Its study of this number, from 1. */
  StudyConf conf(int study);

  /** Where that lies. */
  String directory(int study);

  /** What it is called. */
  String name(int study);

  /** Searching: one study. */
  record Caviar(StudyConf all, VersusPlace place, long seed) implements VersusSide {
    @Override
    public int mostStudies() {
      return 1;
    }

    @Override
    public Contestant contestant() throws IOException {
      return place.searched(seed);
    }

    /** The first of all finds out whether a network of the user's own has the right gradient. */
    @Override
    public StudyConf conf(int study) {
      return all.withSeed(seed).ofVersus(seed == all.seed());
    }

    @Override
    public String directory(int study) {
      return place.caviar(seed);
    }

    @Override
    public String name(int study) {
      return "caviar";
    }
  }

  /** Watching: one panda, and further ones while something is left to hold. */
  record Panda(StudyConf all, VersusPlace place, long seed, PandaStart start)
      implements VersusSide {
    @Override
    public int mostStudies() {
      return Integer.MAX_VALUE;
    }

    @Override
    public Contestant contestant() throws IOException {
      return place.watched(seed, start.charged());
    }

    @Override
    public StudyConf conf(int study) {
      StudyConf mine = all.withSeed(seed).ofVersus(false).ofPanda().boundedByBranches();
      return mine.withFirst(List.of(start.of(mine, study)));
    }

    @Override
    public String directory(int study) {
      return place.panda(seed, study);
    }

    @Override
    public String name(int study) {
      return "panda " + study;
    }
  }
}
