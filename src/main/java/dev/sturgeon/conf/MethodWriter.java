package dev.sturgeon.conf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sturgeon.data.Secrets;

/** Writes by which rules to search, in the form that {@link MethodReader} reads. */
final class MethodWriter {

  private MethodWriter() {}

  static void put(ObjectNode search, MethodConf method) {
    search.put("scheduler", method.scheduler().label());
    search.put("eta", method.eta());
    search.put("minEpochs", method.minEpochs());
    search.put("sampler", method.sampler().label());
    search.put("rounds", method.rounds());
    search.put("strict", method.strict());
    search.put("costAware", method.costAware());
    ArrayNode first = search.putArray("first");
    method
        .first()
        .forEach(
            configuration -> {
              ObjectNode node = first.addObject();
              configuration
                  .values()
                  .forEach((name, value) -> node.set(name, SpaceWriter.node(value)));
            });
    ArrayNode warmStart = search.putArray("warmStart");
    method.warmStart().forEach(directory -> warmStart.add(Secrets.redact(directory)));
  }
}
