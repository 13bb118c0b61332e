package dev.sturgeon.store;

final class MemoryStorageTest extends StorageContract {
  @Override
  protected Storage open() {
    return new MemoryStorage();
  }
}
