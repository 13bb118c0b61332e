package dev.sturgeon.store;

import org.junit.jupiter.api.Nested;

final class MemoryStorageTest {

  @Nested
  final class WithLogs extends StorageContract {
    @Override
    protected Storage open() {
      return new MemoryStorage();
    }
  }

  @Nested
  final class OfObjects extends StorageContract {
    @Override
    protected Storage open() {
      return MemoryStorage.ofObjects();
    }
  }
}
