package dev.sturgeon.store;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The processes of this machine. On Linux a process is known by the boot, the process namespace
 * (two containers on a machine may have the same host name and process numbers) and its start in
 * ticks since the boot, which setting the clock does not touch.
 */
public final class ThisMachine implements Processes {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

  /** Fields of {@code /proc/PID/stat} behind the command's name: see proc(5). */
  private static final int STATE = 0;

  private static final int START = 19;

  private final String host;

  /** A machine of this name. */
  public ThisMachine(String host) {
    this.host = host;
  }

  /**
   * This process as a driver.
   *
   * @param id a name that no other run of a driver has
   * @param renewSeconds how often it will show that it lives
   */
  public Driver driver(String id, double renewSeconds) {
    long pid = ProcessHandle.current().pid();
    return new Driver(
        id,
        host,
        pid,
        System.getProperty("user.name", "unknown"),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        machine(),
        started(pid),
        renewSeconds);
  }

  @Override
  public Life of(Driver driver) {
    if (!driver.machine().equals(machine())) {
      return Life.UNKNOWN;
    }
    if (ProcessHandle.of(driver.pid()).isEmpty() || isZombie(driver.pid())) {
      return Life.GONE;
    }
    if (driver.started().equals(started(driver.pid()))) {
      return Life.LIVES;
    }
    return stat(driver.pid()).isPresent() ? Life.GONE : Life.UNKNOWN;
  }

  /**
   * The report of a driver's Java that crashed, which a killed one does not leave. Looked for where
   * this process would leave its own, so in its working directory unless Java was told another
   * place.
   *
   * @return its absolute path; empty where there is none, or none that is known
   */
  public Optional<String> crashReport(Driver driver) {
    if (!driver.machine().equals(machine())) {
      return Optional.empty();
    }
    String told =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .getVMOption("ErrorFile")
            .getValue();
    String name = told == null || told.isEmpty() ? "hs_err_pid%p.log" : told;
    Path report = Path.of(name.replace("%p", "" + driver.pid())).toAbsolutePath();
    return Optional.of(report.toString()).filter(any -> isSince(driver.since(), report));
  }

  /** Process numbers return; a report of an earlier process is none of this one. */
  private static boolean isSince(String begin, Path report) {
    try {
      return !Files.getLastModifiedTime(report).toInstant().isBefore(Instant.parse(begin));
    } catch (IOException | DateTimeException absent) {
      return false;
    }
  }

  private String machine() {
    try {
      return Files.readString(BOOT).strip() + " " + Files.readSymbolicLink(NAMESPACE);
    } catch (IOException notLinux) {
      return host;
    }
  }

  private static String started(long pid) {
    return stat(pid)
        .map(fields -> fields[START])
        .or(
            () ->
                ProcessHandle.of(pid)
                    .flatMap(process -> process.info().startInstant())
                    .map(Instant::toString))
        .orElse("");
  }

  /** Killed, but still listed until its parent asks how it ended. */
  private static boolean isZombie(long pid) {
    return stat(pid).filter(fields -> fields[STATE].matches("[ZX]")).isPresent();
  }

  private static Optional<String[]> stat(long pid) {
    try {
      String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ");
      return Optional.of(fields).filter(all -> all.length > START);
    } catch (IOException notLinuxOrGone) {
      return Optional.empty();
    }
  }
}
