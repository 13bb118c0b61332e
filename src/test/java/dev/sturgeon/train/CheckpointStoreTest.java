package dev.sturgeon.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.store.MemoryStorage;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.TrialId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CheckpointStoreTest {
  private static final Checkpoint CHECKPOINT =
      new Checkpoint(
          new TrialId(17),
          new TrainingState(
              120,
              4,
              new TreeMap<>(
                  Map.of("parameters", new float[] {1.5f, -0f, 1e-40f}, "updater", new float[0]))),
          new EarlyStopping(3, new Scores(0.25, 0.75)));

  private final MemoryStorage storage = new MemoryStorage();
  private final CheckpointStore store = new CheckpointStore(storage);

  @Test
  void whatWasWrittenIsRead() throws IOException {
    Checkpoint read = store.read(store.write(CHECKPOINT, 99));
    assertThat(read.trial()).isEqualTo(CHECKPOINT.trial());
    assertThat(read.stopping()).isEqualTo(CHECKPOINT.stopping());
    assertThat(read.state().iteration()).isEqualTo(120);
    assertThat(read.state().epoch()).isEqualTo(4);
    assertThat(read.state().arrays().keySet()).containsExactly("parameters", "updater");
    assertThat(read.state().array("parameters")).isEqualTo(CHECKPOINT.state().array("parameters"));
    assertThat(read.state().array("updater")).isEmpty();
  }

  @Test
  void aTrialWithoutABestEpochIsReadAsOne() throws IOException {
    Checkpoint young = new Checkpoint(new TrialId(0), CHECKPOINT.state(), EarlyStopping.NONE);
    assertThat(store.read(store.write(young, 1)).stopping()).isEqualTo(EarlyStopping.NONE);
  }

  @Test
  void anotherIssueOfASegmentHasAnotherFile() throws IOException {
    CheckpointRef first = store.write(CHECKPOINT, 1);
    CheckpointRef second = store.write(CHECKPOINT, -1);
    assertThat(first.path()).isEqualTo("checkpoints/17/epoch-4-1.ckpt");
    assertThat(second.path()).isNotEqualTo(first.path()).startsWith("checkpoints/17/epoch-4-");
    assertThat(first.epoch()).isEqualTo(4);
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    CheckpointRef ref = store.write(CHECKPOINT, 1);
    byte[] bytes = storage.read(ref.path());
    bytes[20] ^= 1;
    storage.write(ref.path(), bytes);
    assertThatThrownBy(() -> store.read(ref))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("memory/" + ref.path() + " is damaged: its SHA-256 is");
  }

  @Test
  void anAbsentFileIsNamed() throws IOException {
    CheckpointRef ref = store.write(CHECKPOINT, 1);
    storage.delete(ref.path());
    assertThatThrownBy(() -> store.read(ref)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] bytes = CheckpointCodec.encode(CHECKPOINT);
    for (int length = 0; length < bytes.length; length++) {
      byte[] shorter = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> CheckpointCodec.decode(shorter))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("no checkpoint: ");
    }
    assertThatThrownBy(() -> CheckpointCodec.decode(Arrays.copyOf(bytes, bytes.length + 3)))
        .hasMessage("no checkpoint: 3 bytes too many");
  }

  @Test
  void aHugeClaimedLengthIsRefusedBeforeItIsReserved() {
    byte[] bytes = CheckpointCodec.encode(CHECKPOINT);
    ByteBuffer.wrap(bytes).putInt(44, Integer.MAX_VALUE);
    assertThatThrownBy(() -> CheckpointCodec.decode(bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("an array of 2147483647 is claimed");
  }

  @Test
  void anotherFormatOrVersionIsRefused() {
    byte[] bytes = CheckpointCodec.encode(CHECKPOINT);
    byte[] newer = bytes.clone();
    newer[7] = 2;
    assertThatThrownBy(() -> CheckpointCodec.decode(newer)).hasMessageContaining("version is 2");
    bytes[0] = 0;
    assertThatThrownBy(() -> CheckpointCodec.decode(bytes)).hasMessageContaining("does not begin");
  }

  @Test
  void anyFlippedByteIsEitherReadOrRefusedNeverWorse() {
    byte[] bytes = CheckpointCodec.encode(CHECKPOINT);
    for (int i = 0; i < bytes.length; i++) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= (byte) 0xff;
      try {
        assertThat(CheckpointCodec.decode(flipped).state().arrays()).isNotEmpty();
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("no checkpoint: ");
      }
    }
  }
}
