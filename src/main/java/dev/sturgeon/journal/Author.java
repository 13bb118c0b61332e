package dev.sturgeon.journal;

import dev.sturgeon.store.Patience;
import java.util.UUID;

/**
 * Who writes a journal, and how.
 *
 * @param versions what the driver runs on
 * @param host the driver's machine
 * @param driver a name that no other run of a driver has
 * @param crash where the report of the driver before lies, if its Java crashed; else empty
 * @param fence asked before each write
 * @param patience with a file system that fails
 */
public record Author(
    Versions versions, String host, String driver, String crash, Fence fence, Patience patience) {

  /** One whom nobody disputes the study. */
  public static Author of(Versions versions, String host) {
    String driver = UUID.randomUUID().toString();
    return new Author(versions, host, driver, "", Fence.NONE, Patience.usual());
  }
}
