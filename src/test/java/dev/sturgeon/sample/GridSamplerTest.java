package dev.sturgeon.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GridSamplerTest extends SamplerContract {

  @Override
  Sampler sampler(SearchSpace space) {
    return new GridSampler(space, 300);
  }

  @Test
  void endsWhenEveryPointHasBeenTried() {
    GridSampler sampler = new GridSampler(SPACE, 30);
    History history = history();
    List<Configuration> drawn = drawAll(sampler, history);
    assertThat(drawn).hasSize(sampler.size()).doesNotHaveDuplicates();
  }

  @Test
  void aFinerGridGoesOnWithThePointsNotTriedYet() {
    History history = history();
    List<Configuration> drawn = drawAll(new GridSampler(SPACE, 10), history);
    drawn.addAll(drawAll(new GridSampler(SPACE, 60), history));
    assertThat(drawn).hasSizeGreaterThan(30).doesNotHaveDuplicates();
  }

  private static List<Configuration> drawAll(Sampler sampler, History history) {
    List<Configuration> drawn = new ArrayList<>();
    Optional<Suggestion> next = sampler.sample(history, 1);
    while (next.isPresent()) {
      TrialId id = new TrialId(history.trials().size());
      history.put(Trial.born(id, Role.SEARCH, null, next.get().configuration(), 1, 1));
      drawn.add(next.get().configuration());
      next = sampler.sample(history, 1);
    }
    return drawn;
  }
}
