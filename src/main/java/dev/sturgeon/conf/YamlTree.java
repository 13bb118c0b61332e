package dev.sturgeon.conf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads YAML into a tree of {@link Node}s that know their lines.
 *
 * <p>Reads Jackson's tokens and makes nothing but nodes: tags, which could name classes, anchors'
 * aliases and second documents are refused, and so is a key that stands twice.
 */
final class YamlTree {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final YAMLParser parser;
  private final Problems problems;

  private YamlTree(YAMLParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /** The tree of a document at a place; empty if it holds nothing or is no YAML. */
  static Optional<Node> read(Node.Place place, String yaml, Problems problems) {
    try (YAMLParser parser = FACTORY.createParser(yaml)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      YamlTree tree = new YamlTree(parser, problems);
      Node root = tree.node(place);
      if (parser.nextToken() != null) {
        problems.add(tree.here(place), "a second document begins; only one is read");
      }
      return Optional.of(root);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null || place.line() == 0 ? 0 : e.getLocation().getLineNr();
      // The indented lines quote the text and its place.
      String said =
          e.getOriginalMessage()
              .lines()
              .filter(text -> !text.startsWith(" "))
              .collect(Collectors.joining(": "));
      problems.add(
          new Node.Place(place.source(), line, place.key()), "not readable as YAML: " + said);
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("reading from a string cannot fail", e);
    }
  }

  /** The node that the current token begins. */
  private Node node(Node.Place place) throws IOException {
    Object tag = parser.getTypeId();
    if (tag != null) {
      problems.add(place, "has the tag '" + tag + "'; tags are not read, leave it out");
    }
    if (parser.isCurrentAlias()) {
      problems.add(place, "'*" + parser.getText() + "' is an alias; aliases are not read");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(place);
    }
    return token == JsonToken.START_ARRAY
        ? items(place)
        : new Node.Scalar(place, kind(token), parser.getText());
  }

  private Node mapping(Node.Place place) throws IOException {
    Map<String, Node> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Node.Place child = place.child(name, here(place).line());
      parser.nextToken();
      Node before = entries.putIfAbsent(name, node(child));
      if (before != null) {
        int line = before.place().line();
        problems.add(child, "is given twice" + (line > 0 ? ", first in line " + line : ""));
      }
    }
    return new Node.Mapping(place, entries);
  }

  private Node items(Node.Place place) throws IOException {
    List<Node> nodes = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      nodes.add(node(new Node.Place(place.source(), here(place).line(), place.key())));
    }
    return new Node.Items(place, nodes);
  }

  private static Node.Kind kind(JsonToken token) {
    return switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Node.Kind.NUMBER;
      case VALUE_TRUE -> Node.Kind.TRUE;
      case VALUE_FALSE -> Node.Kind.FALSE;
      case VALUE_NULL -> Node.Kind.NULL;
      default -> Node.Kind.TEXT;
    };
  }

  /** The place of the current token; an option of the command line has no lines. */
  private Node.Place here(Node.Place place) {
    int line = place.line() == 0 ? 0 : parser.currentTokenLocation().getLineNr();
    return new Node.Place(place.source(), line, place.key());
  }
}
