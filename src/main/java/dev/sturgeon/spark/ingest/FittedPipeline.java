package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.TableSchema;
import dev.sturgeon.data.TableSchema.Kind;
import dev.sturgeon.spark.ingest.FeatureEncoding.EncodedColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.ml.feature.OneHotEncoderModel;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.util.Identifiable;

/**
 * A {@link FeatureEncoding} as MLlib's own fitted pipeline: indexer and one-hot encoder for
 * categories, imputer for numbers, assembler, scaler. Plain Spark loads what it saves.
 */
final class FittedPipeline {
  /** The column that holds the preprocessed features. */
  static final String FEATURES = "sturgeon_features";

  private static final String ASSEMBLED = "sturgeon_assembled";
  private static final String INDEXED = "_sturgeon_index";
  private static final String ENCODED = "_sturgeon_encoded";
  private static final String IMPUTED = "_sturgeon_imputed";

  private final FeatureEncoding encoding;
  private final List<String> names;

  FittedPipeline(TableSchema schema, FeatureEncoding encoding) {
    this.encoding = encoding;
    this.names =
        PipelineNames.of(schema.features().stream().map(TableSchema.Feature::name).toList());
  }

  /** The pipeline; input columns are named by {@link PipelineNames}. */
  PipelineModel model() {
    List<Transformer> stages = new ArrayList<>();
    if (!of(Kind.CATEGORICAL).isEmpty()) {
      stages.add(indexer());
      stages.add(encoder());
    }
    if (!of(Kind.NUMERIC).isEmpty()) {
      stages.add(imputer());
    }
    stages.add(assembler());
    stages.add(scaler());
    return new PipelineModel(uid("pipeline"), stages.toArray(Transformer[]::new));
  }

  private StringIndexerModel indexer() {
    String[][] levels =
        of(Kind.CATEGORICAL).stream()
            .map(column -> column.levels().keySet().toArray(String[]::new))
            .toArray(String[][]::new);
    return new StringIndexerModel(uid("strIdx"), levels)
        .setInputCols(names(Kind.CATEGORICAL, ""))
        .setOutputCols(names(Kind.CATEGORICAL, INDEXED))
        // Unseen and missing categories get one more index, which the encoder drops: all zeros.
        .setHandleInvalid("keep");
  }

  private OneHotEncoderModel encoder() {
    int[] sizes =
        of(Kind.CATEGORICAL).stream().mapToInt(column -> column.levels().size() + 1).toArray();
    return new OneHotEncoderModel(uid("oneHotEncoder"), sizes)
        .setInputCols(names(Kind.CATEGORICAL, INDEXED))
        .setOutputCols(names(Kind.CATEGORICAL, ENCODED))
        .setDropLast(true);
  }

  private ImputerModel imputer() {
    String[] inputs = names(Kind.NUMERIC, "");
    double[] medians = of(Kind.NUMERIC).stream().mapToDouble(EncodedColumn::median).toArray();
    return new ImputerModel(uid("imputer"), inputs, medians)
        .setInputCols(inputs)
        .setOutputCols(names(Kind.NUMERIC, IMPUTED));
  }

  private VectorAssembler assembler() {
    String[] inputs = new String[names.size()];
    for (int i = 0; i < inputs.length; i++) {
      boolean numeric = encoding.columns().get(i).feature().kind() == Kind.NUMERIC;
      inputs[i] = names.get(i) + (numeric ? IMPUTED : ENCODED);
    }
    return new VectorAssembler(uid("vecAssembler")).setInputCols(inputs).setOutputCol(ASSEMBLED);
  }

  private StandardScalerModel scaler() {
    StandardScalerModel scaler =
        new StandardScalerModel(
                uid("stdScal"), Vectors.dense(encoding.std()), Vectors.dense(encoding.mean()))
            .setInputCol(ASSEMBLED)
            .setOutputCol(FEATURES);
    scaler.set(scaler.withMean(), true);
    scaler.set(scaler.withStd(), true);
    return scaler;
  }

  private List<EncodedColumn> of(Kind kind) {
    return encoding.columns().stream().filter(c -> c.feature().kind() == kind).toList();
  }

  private String[] names(Kind kind, String suffix) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (encoding.columns().get(i).feature().kind() == kind) {
        chosen.add(names.get(i) + suffix);
      }
    }
    return chosen.toArray(String[]::new);
  }

  private static String uid(String prefix) {
    return Identifiable.randomUID(prefix);
  }
}
