package dev.sturgeon.api;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The machine this runs on. */
final class Host {

  private Host() {}

  static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
