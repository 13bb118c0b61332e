package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.store.Storage;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SharedDirectoryTest {
  private final JavaSparkContext spark =
      new JavaSparkContext(DispatchContract.quiet().setMaster("local[2]").setAppName("shared"));

  @AfterAll
  void stop() {
    spark.stop();
  }

  @Test
  void acceptsADirectoryThatExecutorsSeeAndLeavesNothingInIt(@TempDir Path directory)
      throws Exception {
    Storage driver = StudyStorage.open(directory.toString());
    SharedDirectory.check(spark, driver, StudyStorage.uri(directory.toString()));

    assertThat(driver.list("")).isEmpty();
  }

  @Test
  void refusesOneThatIsAnotherDirectoryThere(@TempDir Path directory) throws Exception {
    Storage driver = StudyStorage.open(directory.resolve("driver").toString());
    String elsewhere = StudyStorage.uri(directory.resolve("executor").toString());
    String host = spark.sc().env().blockManager().blockManagerId().host();

    assertThatThrownBy(() -> SharedDirectory.check(spark, driver, elsewhere))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(elsewhere, "driver@" + host, "NoSuchFile", "--dir", "URI");
    assertThat(driver.list("")).isEmpty();
  }
}
