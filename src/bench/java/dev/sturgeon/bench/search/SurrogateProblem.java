package dev.sturgeon.bench.search;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One data set of a surrogate. Chance plays no part: a configuration always learns the same way.
 */
final class SurrogateProblem implements Problem {
  /** The network answers many questions at once much faster, but not ever more. */
  private static final int BATCH = 500;

  private final String name;
  private final SearchSpace space;
  private final Layout layout;
  private final Encoding encoding;
  private final Fidelity fidelity;
  private final OnnxModel model;

  SurrogateProblem(
      String name,
      SearchSpace space,
      Layout layout,
      Encoding encoding,
      Fidelity fidelity,
      OnnxModel model) {
    this.name = name;
    this.space = space;
    this.layout = layout;
    this.encoding = encoding;
    this.fidelity = fidelity;
    this.model = model;
  }

  /** What the network is asked: a configuration after some epochs. */
  private record Question(Configuration configuration, int epoch) {}

  @Override
  public String name() {
    return name;
  }

  @Override
  public SearchSpace space() {
    return space;
  }

  @Override
  public int maxEpochs() {
    return fidelity.epochs();
  }

  @Override
  public Curve curve(Configuration configuration, long seed) {
    return new Curve(
        fidelity.epochs(),
        (from, to) ->
            answers(
                IntStream.rangeClosed(from, to)
                    .mapToObj(epoch -> new Question(configuration, epoch))
                    .toList()));
  }

  @Override
  public List<Point> last(List<Configuration> configurations, long seed) {
    List<Question> questions =
        configurations.stream().map(c -> new Question(c, fidelity.epochs())).toList();
    List<Point> points = new ArrayList<>();
    for (int from = 0; from < questions.size(); from += BATCH) {
      int to = Math.min(questions.size(), from + BATCH);
      points.addAll(answers(questions.subList(from, to)));
    }
    return Collections.unmodifiableList(points);
  }

  private List<Point> answers(List<Question> questions) {
    int[] names = new int[questions.size() * layout.categorical().size()];
    float[] numbers = new float[questions.size() * layout.continuous().size()];
    int name = 0;
    int number = 0;
    for (Question question : questions) {
      for (String input : layout.categorical()) {
        names[name++] = choice(question.configuration(), input);
      }
      for (String input : layout.continuous()) {
        numbers[number++] = (float) number(question, input);
      }
    }
    List<Point> points = new ArrayList<>(questions.size());
    for (float[] output : model.outputs(questions.size(), names, numbers)) {
      points.add(new Point(layout.scale() * output[layout.score()], output[layout.time()]));
    }
    return points;
  }

  private int choice(Configuration configuration, String input) {
    return configuration.has(input)
        ? encoding.number(input, configuration.get(input).toString())
        : encoding.absent(input);
  }

  /** What does not exist in a configuration is 0, as in YAHPO. */
  private double number(Question question, String input) {
    if (input.equals(layout.fidelity())) {
      return fidelity.value(question.epoch());
    }
    return question.configuration().has(input) ? question.configuration().real(input) : 0;
  }
}
