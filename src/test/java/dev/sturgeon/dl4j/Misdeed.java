package dev.sturgeon.dl4j;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** What a network can do wrong while it is trained. */
public enum Misdeed {
  /** Nothing. */
  NONE,
  /** Throws. */
  THROW,
  /** Gives outputs that are no numbers. */
  NAN,
  /** Fills the heap. */
  HEAP,
  /** Fills the native memory. */
  NATIVE,
  /** Ends the JVM without a word. */
  ABORT,
  /** Writes in native code to where nothing is: the JVM ends, and leaves a report of it. */
  CRASH,
  /** Sleeps for ever, but can be interrupted. */
  SLEEP,
  /** Waits for ever in a system call that no interrupt ends. */
  HANG;

  private static final int PIECE = 64 << 20;

  /** Points to nothing. */
  private static final class Wild extends BytePointer {
    Wild() {
      super((Pointer) null);
      address = 1L << 40;
    }
  }

  /** Does it; returns if it can be done by returning. */
  void commit() {
    switch (this) {
      case THROW -> throw new IllegalStateException("told to throw");
      case HEAP -> fillHeap();
      case NATIVE -> fillNative();
      case ABORT -> Runtime.getRuntime().halt(134);
      case CRASH -> new Wild().put((byte) 1);
      case SLEEP -> sleep();
      case HANG -> hang();
      default -> {}
    }
  }

  private static void fillHeap() {
    List<byte[]> pieces = new ArrayList<>();
    while (pieces.size() < Integer.MAX_VALUE) {
      pieces.add(new byte[PIECE]);
    }
  }

  private static void fillNative() {
    List<BytePointer> pieces = new ArrayList<>();
    try {
      while (pieces.size() < Integer.MAX_VALUE) {
        pieces.add(new BytePointer(PIECE));
      }
    } finally {
      pieces.forEach(BytePointer::close);
    }
  }

  private static void sleep() {
    System.err.println("asleep");
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException cancelled) {
      throw new IllegalStateException("woken", cancelled);
    }
  }

  /** To open a pipe that nobody writes to waits for somebody who does. */
  private static void hang() {
    try {
      Path pipe = Files.createTempDirectory("misdeed").resolve("pipe");
      new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
      try (InputStream never = new FileInputStream(pipe.toFile())) {
        throw new IllegalStateException("somebody wrote: " + never.read());
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
