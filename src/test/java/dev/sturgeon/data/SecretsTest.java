package dev.sturgeon.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "could not reach jdbc:postgresql://ann:hunter2@db:5432/x",
        "jdbc:sqlserver://db;user=ann;password=hunter2;encrypt=true is not reachable",
        "no such file s3a://AKIA:hunter2@bucket/a.csv (data.path)",
        "https://x.blob.core.windows.net/c?sig=hunter2&se=2 gave 403",
        "spark.hadoop.fs.s3a.secret.key=hunter2 is refused",
        "fs.azure.account.key.x = hunter2",
        "PASSPHRASE=hunter2",
        "password='hunter2 and more' is wrong",
        "token=\"hunter2\" is wrong",
        "{password: hunter2}",
        "{\"password\": \"hunter2\"}",
        "cannot run backup --password hunter2",
        "Authorization: Bearer hunter2",
        "s3a://AKIA:ab/hunter2@bucket/a is not there",
      })
  void aMessageDoesNotTellASecret(String message) {
    assertThat(Secrets.inMessage(message)).doesNotContain("hunter2").contains("REDACTED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conf/a.yaml:3: search.maxTrials: 'x' is not a whole number",
        "abfss://container@account.dfs.core.windows.net/a is not there",
        "unknown key; did you mean 'search'?",
        "12:30:05 http://host:8080/a@b",
      })
  void otherMessagesStayAsTheyAre(String message) {
    assertThat(Secrets.inMessage(message)).isEqualTo(message);
  }

  @Test
  void theNameOfAVariableIsNoSecret() {
    assertThat(Secrets.redact("password", "${DB_PASSWORD}")).isEqualTo("${DB_PASSWORD}");
    assertThat(Secrets.redact("password", "${DB_PASSWORD}x")).isEqualTo("REDACTED");
    assertThat(Secrets.isRedacted(Secrets.redact("password", "hunter2"))).isTrue();
  }
}
