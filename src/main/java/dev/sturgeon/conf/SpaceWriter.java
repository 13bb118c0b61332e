package dev.sturgeon.conf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.PowersOfTwo;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Value;

/** Writes hyperparameters in the form that {@link SpaceReader} reads. */
final class SpaceWriter {

  private SpaceWriter() {}

  static void put(ObjectNode space, Hyperparameter h) {
    ObjectNode node = space.putObject(h.name());
    domain(node, h.domain());
    if (!h.domain().isFixed()) {
      node.set("default", node(h.defaultValue()));
    }
    if (h.condition() != null) {
      condition(node.putObject("when"), h.condition());
    }
  }

  private static void domain(ObjectNode node, Domain domain) {
    if (domain instanceof RealDomain real) {
      node.put("low", real.low()).put("high", real.high());
      node.put("scale", real.scale().label()).put("type", "real");
      if (real.step() != null) {
        node.put("step", real.step());
      }
    } else if (domain instanceof IntegerDomain integer) {
      node.put("low", integer.low()).put("high", integer.high());
      node.put("scale", integer.scale().label()).put("type", "integer");
      node.put("step", integer.step());
    } else if (domain instanceof PowersOfTwo powers) {
      node.putArray("powersOfTwo").add(powers.low()).add(powers.high());
    } else if (domain instanceof CategoricalDomain categorical) {
      ArrayNode choices = node.putArray("choices");
      categorical.choices().forEach(choice -> choices.add(node(choice)));
    } else {
      node.set("value", node(((FixedDomain) domain).value()));
    }
  }

  private static void condition(ObjectNode when, Condition condition) {
    if (condition instanceof Condition.OneOf oneOf) {
      ArrayNode values = when.putArray(oneOf.on());
      oneOf.values().forEach(value -> values.add(node(value)));
    } else {
      when.putObject(condition.on()).put("atLeast", ((Condition.AtLeast) condition).least());
    }
  }

  static ValueNode node(Value value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof Value.Real real) {
      return nodes.numberNode(real.value());
    }
    return value instanceof Value.Int integer
        ? nodes.numberNode(integer.value())
        : nodes.textNode(value.toString());
  }
}
