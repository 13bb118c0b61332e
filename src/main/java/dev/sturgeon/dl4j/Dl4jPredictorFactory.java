package dev.sturgeon.dl4j;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.train.Predictor;
import dev.sturgeon.train.PredictorFactory;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Opens networks that {@link Dl4jModelWriter} wrote.
 *
 * <p>DL4J's own reader deserialises Java objects from an entry {@code preprocessor.bin} (DL4J issue
 * 10428). Here the two entries that belong into such a file are read without it, and any other is
 * refused.
 */
public record Dl4jPredictorFactory() implements PredictorFactory {
  private static final String SETTINGS = "configuration.json";
  private static final String PARAMETERS = "coefficients.bin";
  private static final Set<String> ENTRIES = Set.of(SETTINGS, PARAMETERS);

  @Override
  public Predictor open(byte[] model) {
    Natives.load();
    Map<String, byte[]> entries = entries(model, limit());
    try {
      String json = new String(entry(entries, SETTINGS), StandardCharsets.UTF_8);
      Blueprint blueprint = blueprint(json);
      INDArray parameters =
          Nd4j.read(new DataInputStream(new ByteArrayInputStream(entry(entries, PARAMETERS))));
      return new Dl4jPredictor(blueprint, parameters);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("no network file: " + e.getMessage(), e);
    }
  }

  /**
   * DL4J's file does not say which of its two kinds it holds, but only graphs have vertices.
   *
   * <p>Threads come and go where predictions are made, and would leave their workspaces behind.
   */
  private static Blueprint blueprint(String json) throws IOException {
    if (new ObjectMapper().readTree(json).has("vertices")) {
      ComputationGraphConfiguration settings = ComputationGraphConfiguration.fromJson(json);
      settings.setInferenceWorkspaceMode(WorkspaceMode.NONE);
      return Blueprint.of(settings);
    }
    MultiLayerConfiguration settings = MultiLayerConfiguration.fromJson(json);
    settings.setInferenceWorkspaceMode(WorkspaceMode.NONE);
    return Blueprint.of(settings);
  }

  /** A quarter of the heap: the file, an entry's pieces and the entry made of them must fit. */
  private static int limit() {
    return (int) Math.min(1 << 30, Runtime.getRuntime().maxMemory() / 4);
  }

  /**
   * Unpacks a file.
   *
   * @param limit bytes that all entries together may have: a small file can unpack to any size
   */
  static Map<String, byte[]> entries(byte[] model, int limit) {
    Map<String, byte[]> entries = new HashMap<>();
    int left = limit;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(model))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!ENTRIES.contains(entry.getName())) {
          throw new IllegalArgumentException(
              "no network file: it holds '%s', and only %s belong there"
                  .formatted(entry.getName(), ENTRIES));
        }
        byte[] content = zip.readNBytes(left + 1);
        if (content.length > left) {
          throw new IllegalArgumentException(
              "the network file unpacks to over %d bytes, a quarter of the heap: raise -Xmx if it is right"
                  .formatted(limit));
        }
        left -= content.length;
        entries.put(entry.getName(), content);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("no network file: " + e.getMessage(), e);
    }
    return entries;
  }

  private static byte[] entry(Map<String, byte[]> entries, String name) {
    byte[] entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("it holds no '" + name + "'");
    }
    return entry;
  }
}
