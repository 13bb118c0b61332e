package dev.sturgeon.bench.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.Map;

/** A surrogate's network. Safe for use by several threads; one thread computes each answer. */
final class OnnxModel implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  OnnxModel(Path file) throws OrtException {
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      this.session = environment.createSession(file.toString(), options);
    }
  }

  /**
   * The outputs for some inputs, a row each.
   *
   * @param names numbers of the categorical inputs, row by row
   * @param numbers the continuous inputs, row by row
   */
  float[][] outputs(int rows, int[] names, float[] numbers) {
    long[] namesShape = {rows, names.length / rows};
    long[] numbersShape = {rows, numbers.length / rows};
    try (OnnxTensor first =
            OnnxTensor.createTensor(environment, IntBuffer.wrap(names), namesShape);
        OnnxTensor second =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(numbers), numbersShape);
        OrtSession.Result result = session.run(Map.of("x_cat", first, "x_cont", second))) {
      return (float[][]) result.get(0).getValue();
    } catch (OrtException e) {
      throw new IllegalStateException("the surrogate does not take these inputs", e);
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
