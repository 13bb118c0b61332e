package dev.sturgeon.cli;

import dev.sturgeon.api.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionOption implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "Sturgeon " + Versions.SELF, "Java " + Runtime.version(), "Spark " + Versions.spark()
    };
  }
}
