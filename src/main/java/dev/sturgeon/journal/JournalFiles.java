package dev.sturgeon.journal;

import dev.sturgeon.store.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The end of a journal, where its driver writes: {@code journal/000001.jsonl, 000002.jsonl, …}.
 *
 * <p>Each file is created by one driver and never opened again, so that whoever creates the next
 * number owns the journal from there on. A file's first line, its header, says how many bytes of
 * those before it count. The next file is begun by the next driver; when the present one has grown
 * large; after an append that failed, since what that left behind must not count; and, where files
 * cannot grow, by each append.
 *
 * <p>Belongs to one thread.
 */
final class JournalFiles implements Closeable {
  static final String DIRECTORY = "journal";

  /** Bytes after which the next file is begun. */
  static final long LARGE = 16 << 20;

  private final Storage storage;
  private final long large;
  private int number;

  /** Bytes that count of the last files, back to the last one that has a header. */
  private List<Long> tail;

  private Storage.@Nullable Log log;
  private Seal seal = new Seal();

  /** What the next file was last created with in vain: it may be there all the same. */
  private byte @Nullable [] attempted;

  /**
   * Behind what was read.
   *
   * @param lengths bytes of each file that count
   * @param large bytes after which the next file is begun
   */
  JournalFiles(Storage storage, List<Long> lengths, long large) {
    this.storage = storage;
    this.large = large;
    this.number = lengths.size();
    this.tail = tail(lengths);
  }

  private static List<Long> tail(List<Long> lengths) {
    int first = lengths.size();
    while (first > 0 && (first == lengths.size() || lengths.get(first) == 0)) {
      first--;
    }
    return new ArrayList<>(lengths.subList(first, lengths.size()));
  }

  static String path(int number) {
    return String.format(Locale.ROOT, "%s/%06d.jsonl", DIRECTORY, number);
  }

  /**
   * Appends lines; on disk on return. May be tried again after it failed.
   *
   * @param header makes the first line of the file with this number from what it says of the files
   *     before it
   * @throws FileAlreadyExistsException if another driver has begun the next file
   */
  void append(BiFunction<Integer, List<Long>, byte[]> header, byte[] lines) throws IOException {
    Storage.Log open = log;
    if (open == null || tail.get(0) >= large) {
      begin(header, lines);
      return;
    }
    String next = path(number + 1);
    if (storage.exists(next)) {
      throw new FileAlreadyExistsException(next);
    }
    try {
      byte[] sealed = seal.on(lines);
      open.append(sealed);
      tail.set(0, tail.get(0) + sealed.length);
    } catch (IOException e) {
      abandon(open, e);
      throw e;
    }
  }

  /** Begins the next file. */
  void begin(BiFunction<Integer, List<Long>, byte[]> header, byte[] lines) throws IOException {
    close();
    seal = new Seal();
    byte[] content = seal.on(joined(header.apply(number + 1, List.copyOf(tail)), lines));
    if (storage.hasLogs()) {
      begin(content);
    } else if (!create(content)) {
      begin(header, lines);
    }
  }

  private void begin(byte[] content) throws IOException {
    Storage.Log created = storage.createLog(path(number + 1));
    number++;
    tail.add(0L);
    try {
      created.append(content);
    } catch (IOException e) {
      abandon(created, e);
      throw e;
    }
    log = created;
    tail = new ArrayList<>(List.of((long) content.length));
  }

  /** Returns false if an earlier attempt has left a beginning there, which does not count. */
  private boolean create(byte[] content) throws IOException {
    boolean whole = true;
    try {
      storage.createNew(path(number + 1), content);
    } catch (FileAlreadyExistsException e) {
      whole = isOwn(e, content);
    } catch (IOException e) {
      attempted = content;
      throw e;
    }
    attempted = null;
    number++;
    if (whole) {
      tail = new ArrayList<>(List.of((long) content.length));
    } else {
      tail.add(0L);
    }
    return whole;
  }

  private boolean isOwn(FileAlreadyExistsException taken, byte[] content) throws IOException {
    byte[] there = attempted == null ? null : storage.read(path(number + 1));
    boolean own = there != null && Arrays.mismatch(there, attempted) == there.length;
    if (there != null && Arrays.equals(there, content)) {
      return true;
    }
    if (own) {
      return false;
    }
    throw taken;
  }

  private void abandon(Storage.Log broken, IOException failure) {
    log = null;
    try {
      broken.close();
    } catch (IOException alsoBroken) {
      failure.addSuppressed(alsoBroken);
    }
  }

  @Override
  public void close() throws IOException {
    Storage.Log open = log;
    log = null;
    if (open != null) {
      open.close();
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
