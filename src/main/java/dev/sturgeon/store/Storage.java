package dev.sturgeon.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The files of one study directory, wherever it lies.
 *
 * <p>Paths are relative, with forward slashes, and may not leave the directory ({@link
 * StudyPath#check}). Implementations are safe for use by several threads. Every method throws
 * {@link IOException} with the full path in its message.
 */
public interface Storage {

  /** The directory, as a person would write it. */
  String location();

  /**
   * Makes sure that a driver can work here: that the directory is one, can be written, and lies on
   * a file system where of several writers that create a file exactly one succeeds.
   *
   * @throws IOException if not; says what is wrong and what would be right
   */
  void checkUsable() throws IOException;

  /**
   * Whether files can grow durably. Where they cannot, as on object stores, there is no {@link
   * #createLog}, and what would be an append is a new file.
   */
  boolean hasLogs() throws IOException;

  /** Whether a file or directory exists. */
  boolean exists(String path) throws IOException;

  /**
   * The whole content of a file.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  byte[] read(String path) throws IOException;

  /**
   * Writes a file so that a reader sees either the old content, or none, or all of the new one:
   * under a temporary name first, then renamed, unless the file system shows a file only once it is
   * whole. Durable on return as far as the file system allows.
   */
  void write(String path, byte[] content) throws IOException;

  /**
   * Creates a file with this content. Of several callers one succeeds. Durable on return; a reader
   * may see a beginning of the content before, and after a failure.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file exists
   */
  void createNew(String path, byte[] content) throws IOException;

  /**
   * Starts a log that only this caller writes.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file exists
   * @throws UnsupportedOperationException where there are no logs
   */
  Log createLog(String path) throws IOException;

  /**
   * Names (not paths) of the files and directories in a directory, sorted; none if it is absent.
   */
  List<String> list(String path) throws IOException;

  /** Deletes a file or a directory with all it holds; nothing happens if it is absent. */
  void delete(String path) throws IOException;

  /** Moves a file or directory to a name that is not taken. */
  void move(String from, String to) throws IOException;

  /** A file that grows at its end. Belongs to one thread. */
  interface Log extends Closeable {
    /**
     * Appends; on disk when it returns. After a failure the file may hold a beginning of the
     * content, and the log is of no more use.
     */
    void append(byte[] content) throws IOException;
  }
}
