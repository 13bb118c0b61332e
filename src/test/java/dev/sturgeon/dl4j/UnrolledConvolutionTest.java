package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Against DL4J's own convolution: same parameters, same outputs, same gradients. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class UnrolledConvolutionTest {

  @ParameterizedTest
  @CsvSource({
    "1, 8, 8, 3, true",
    "3, 7, 5, 3, true",
    "2, 9, 11, 5, false",
    "3, 3, 2, 5, true",
    "1, 1, 1, 5, true",
    "2, 6, 5, 2, true",
    "1, 28, 28, 3, false",
  })
  void itComputesWhatDl4jDoes(int channels, int height, int width, int kernel, boolean bias) {
    InputType input = InputType.convolutionalFlat(height, width, channels);
    MultiLayerConfiguration plan = plan(input, kernel, bias, ConvolutionMode.Same);
    MultiLayerNetwork plain = new MultiLayerNetwork(plan.clone());
    plain.init();
    StackNet ours = StackNet.of(plan, plain.params().dup());
    assertThat(ours.model().getLayer(0)).isInstanceOf(UnrolledConvolution.class);
    assertThat(ours.model().getLayer(2)).isInstanceOf(UnrolledConvolution.class);
    assertThat(ours.model().getLayerWiseConfigurations().toJson()).doesNotContain("sturgeon");
    for (int step = 0; step < 3; step++) {
      INDArray rows = noise(4, channels * height * width, step);
      INDArray labels = noise(4, 3, 10 + step);
      assertClose(ours.output(rows), plain.output(rows));
      ours.fit(rows, labels);
      plain.fit(rows, labels);
      assertClose(ours.parameters(), plain.params());
    }
    assertClose(ours.model().getGradientsViewArray(), plain.getGradientsViewArray());
    ours.free();
  }

  /** Odd sizes leave a row or a column out of every window. */
  @ParameterizedTest
  @CsvSource({"1, 8, 8", "3, 7, 5", "2, 2, 3"})
  void maxPoolingLearnsAsDl4jsDoes(int channels, int height, int width) {
    MultiLayerConfiguration plan =
        new NeuralNetConfiguration.Builder()
            .seed(3)
            .updater(new Sgd(0.1))
            .list()
            .layer(convolution(4, 3, true, ConvolutionMode.Same))
            .layer(
                new SubsamplingLayer.Builder(PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                    .build())
            .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutionalFlat(height, width, channels))
            .build();
    MultiLayerNetwork plain = new MultiLayerNetwork(plan.clone());
    plain.init();
    StackNet ours = StackNet.of(plan, plain.params().dup());
    assertThat(ours.model().getLayer(1)).isInstanceOf(MaxPooling.class);
    for (int step = 0; step < 3; step++) {
      INDArray rows = noise(4, channels * height * width, step);
      INDArray labels = noise(4, 3, 10 + step);
      ours.fit(rows, labels);
      plain.fit(rows, labels);
      assertClose(ours.model().getGradientsViewArray(), plain.getGradientsViewArray());
    }
    ours.free();
  }

  /** What is freed too soon is overwritten by what others make meanwhile. */
  @Test
  void theGarbageCollectorTakesNothingThatIsStillInUse() throws Exception {
    MultiLayerConfiguration plan =
        plan(InputType.convolutionalFlat(20, 20, 3), 5, true, ConvolutionMode.Same);
    plan.setInferenceWorkspaceMode(WorkspaceMode.NONE);
    StackNet network = StackNet.of(plan, null);
    INDArray rows = noise(300, 3 * 20 * 20, 1);
    float[] wanted = Natives.copy(network.output(rows));
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger collections = new AtomicInteger();
    Thread others =
        new Thread(
            () -> {
              while (!over.get()) {
                long begin = System.nanoTime();
                System.gc();
                collections.incrementAndGet();
                for (int i = 0; i < 50; i++) {
                  Nd4j.valueArrayOf(3 * 5 * 5 * 20 * 20, 1e6f).close();
                }
                // A collection stops everybody: as much time again is for what it must not harm.
                LockSupport.parkNanos(System.nanoTime() - begin);
              }
            });
    others.start();
    try {
      for (int i = 0; i < 20 || collections.get() < 50; i++) {
        assertThat(Natives.copy(network.output(rows))).isEqualTo(wanted);
      }
    } finally {
      over.set(true);
      others.join();
    }
  }

  @Test
  void whatItCannotComputeIsLeftToDl4j() {
    InputType input = InputType.convolutionalFlat(6, 6, 1);
    StackNet truncating = StackNet.of(plan(input, 3, true, ConvolutionMode.Truncate), null);
    assertThat(truncating.model().getLayer(0)).isNotInstanceOf(UnrolledConvolution.class);
    MultiLayerConfiguration exact = plan(input, 3, true, ConvolutionMode.Same);
    exact.setDataType(DataType.DOUBLE);
    assertThat(StackNet.of(exact, null).model().getLayer(0))
        .isNotInstanceOf(UnrolledConvolution.class);
  }

  private static MultiLayerConfiguration plan(
      InputType input, int kernel, boolean bias, ConvolutionMode mode) {
    return new NeuralNetConfiguration.Builder()
        .seed(3)
        .updater(new Sgd(0.1))
        .l2(0.01)
        .biasInit(0.2)
        .list()
        .layer(convolution(4, kernel, bias, mode))
        .layer(new ActivationLayer.Builder().activation(Activation.TANH).build())
        .layer(convolution(5, kernel, bias, mode))
        .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
        .setInputType(input)
        .build();
  }

  private static ConvolutionLayer convolution(
      int filters, int kernel, boolean bias, ConvolutionMode mode) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .nOut(filters)
        .convolutionMode(mode)
        .hasBias(bias)
        .activation(Activation.IDENTITY)
        .build();
  }

  private static INDArray noise(int rows, int columns, long seed) {
    Random random = new Random(seed);
    float[] numbers = new float[rows * columns];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextFloat();
    }
    return Nd4j.createFromArray(numbers).reshape(rows, columns);
  }

  private static void assertClose(INDArray found, INDArray wanted) {
    assertThat(found.shape()).isEqualTo(wanted.shape());
    assertThat(found.dup('c').data().asFloat())
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(wanted.dup('c').data().asFloat());
  }
}
