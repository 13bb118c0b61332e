package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where a local run can be reached from. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class ListeningTest {
  private static final String LISTENING = "0A";
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  @Test
  void aLocalRunListensOnLoopbackOnly() throws IOException {
    SparkSession.clearDefaultSession();
    Set<String> before = listening();
    try (SparkApplication spark = SparkApplication.start("test", "local[1]")) {
      assertThat(spark.isLocal()).isTrue();
      Set<String> opened = listening();
      opened.removeAll(before);
      assertThat(opened).as("Spark's own").isNotEmpty();
      assertThat(opened).allSatisfy(socket -> assertThat(LOOPBACK).contains(address(socket)));
    }
  }

  private static String address(String socket) {
    return socket.substring(0, socket.indexOf(':'));
  }

  /**
   * Address and port of every socket on which this process listens, in the kernel's hexadecimal.
   */
  private static Set<String> listening() throws IOException {
    Set<String> mine = inodes();
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
      if (Files.exists(Path.of(table))) {
        for (String line : Files.readAllLines(Path.of(table))) {
          String[] fields = line.strip().split("\\s+", -1);
          if (fields[3].equals(LISTENING) && mine.contains(fields[9])) {
            sockets.add(fields[1]);
          }
        }
      }
    }
    return sockets;
  }

  private static Set<String> inodes() throws IOException {
    List<Path> open = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      files.forEach(open::add);
    }
    Set<String> inodes = new HashSet<>();
    for (Path file : open) {
      String target = target(file);
      if (target.startsWith("socket:[")) {
        inodes.add(target.substring("socket:[".length(), target.length() - 1));
      }
    }
    return inodes;
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
