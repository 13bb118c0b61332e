package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.conf.StudyReader;
import dev.sturgeon.data.DataException;
import dev.sturgeon.dl4j.Networks;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.spark.StudyStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;

/** Reads configurations from wherever they lie. */
final class Configurations {
  private static final long LARGEST = 1 << 20;
  private static final StudyReader READER = new StudyReader(Networks::catalogue);

  private Configurations() {}

  /** The configuration a request names; relative paths in it are taken from beside its file. */
  static StudyConf read(StudyRequest request) throws IOException, ConfigurationException {
    Location location = Location.of(request.conf());
    StudyConf conf =
        READER.read(request.conf(), text(request.conf(), location), request.overrides());
    check(request.conf() + ": space: the default configuration: ", conf, conf.space().defaults());
    for (Configuration first : conf.search().method().first()) {
      check(request.conf() + ": search.first: " + first + ": ", conf, first);
    }
    return conf.mapPaths(path -> StudyStorage.uri(Location.resolve(location.parent(), path)));
  }

  /** The same of a configuration that is to be searched with. */
  static StudyConf search(StudyRequest request) throws IOException, ConfigurationException {
    StudyConf conf = read(request);
    if (conf.isPanda()) {
      throw new DataException(
          request.conf()
              + ": search.scheduler: 'panda' watches one model and searches nothing; leave it out,"
              + " or use the command panda");
    }
    return conf;
  }

  private static String text(String conf, Location location) throws IOException {
    try {
      long size = StudyStorage.size(conf);
      if (size > LARGEST) {
        throw new DataException(
            "%s: no configuration: it has %d bytes, and more than %d are not read"
                .formatted(conf, size, LARGEST));
      }
      return decoded(conf, StudyStorage.open(location.parent()).read(location.name()));
    } catch (NoSuchFileException e) {
      String reason = e.getReason();
      throw new NoSuchFileException(
          conf, null, reason == null ? "there is no such configuration file" : reason);
    }
  }

  private static String decoded(String conf, byte[] yaml) {
    ByteBuffer in = ByteBuffer.wrap(yaml);
    CharBuffer out = CharBuffer.allocate(yaml.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
      throw new DataException(
          "%s: no configuration: it is not text in UTF-8, from byte %d on"
              .formatted(conf, in.position() + 1));
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** What the values of one configuration forbid each other, the first trials would meet first. */
  private static void check(String where, StudyConf conf, Configuration configuration) {
    try {
      Networks.check(conf.network(), configuration);
    } catch (IllegalArgumentException e) {
      throw new DataException(where + e.getMessage(), e);
    }
  }

  /**
   * A study's own frozen configuration, which an earlier version may have written. The classes of
   * its network and rules need not be here.
   *
   * @param space the space it was searched in
   */
  static StudyConf frozen(String source, String yaml, SearchSpace space)
      throws ConfigurationException {
    return new StudyReader(network -> Networks.catalogue(network, space)).readFrozen(source, yaml);
  }
}
