package dev.sturgeon.journal;

import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.store.MemoryStorage;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

final class JournalsTest {

  @Nested
  final class InMemory extends JournalContract {
    InMemory() {
      super(new MemoryStorage());
    }
  }

  @Nested
  final class OfObjects extends JournalContract {
    OfObjects() {
      super(MemoryStorage.ofObjects());
    }
  }

  @Nested
  final class OnDisk extends JournalContract {
    OnDisk(@TempDir Path directory) {
      super(new LocalStorage(directory));
    }
  }
}
