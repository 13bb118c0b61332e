package dev.sturgeon.conf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Files;
import dev.sturgeon.data.Secrets;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the section {@code data}, every default spelled out. */
final class DataWriter {
  private final ObjectNode node;

  DataWriter(ObjectNode node) {
    this.node = node;
  }

  void write(DataSpec data) {
    Source source = data.source();
    node.put("format", source.format());
    Files files = source.files();
    if (source instanceof Source.Table table) {
      write(table);
    } else if (source instanceof Source.Images images) {
      write(images.size());
    }
    if (files != null) {
      write(files);
    }
    node.put("sample", data.sample());
    ObjectNode split = node.putObject("split");
    if (!data.hasOwnDev()) {
      split.put("dev", data.dev());
    }
    if (!data.hasOwnTest()) {
      split.put("test", data.test());
    }
    if (data.seed() != null) {
      split.put("seed", data.seed());
    }
  }

  private void write(Files files) {
    put("path", Secrets.redact(files.main()));
    put("devPath", files.dev() == null ? null : Secrets.redact(files.dev()));
    put("testPath", files.test() == null ? null : Secrets.redact(files.test()));
  }

  private void write(Source.Table table) {
    Source.Columns columns = table.columns();
    put("label", columns.label());
    put("id", columns.id());
    put("group", columns.group());
    put("time", columns.time());
    texts("categorical", columns.categorical());
    texts("ignore", columns.ignore());
    if (table.format().equals("csv")) {
      node.put("header", table.reading().header());
      node.put("delimiter", String.valueOf(table.reading().delimiter()));
    }
    texts("missing", table.reading().missing());
    node.put("badRows", Names.lower(table.reading().badRows()));
    ObjectNode options = node.putObject("options");
    table.options().forEach((name, value) -> options.put(name, Secrets.redact(name, value)));
  }

  private void write(@Nullable Shape size) {
    if (size != null) {
      node.put("size", size.height() + "x" + size.width());
      node.put("channels", size.channels());
    }
  }

  private void put(String key, @Nullable String value) {
    if (value != null) {
      node.put(key, value);
    }
  }

  private void texts(String key, List<String> texts) {
    ArrayNode array = node.putArray(key);
    texts.forEach(array::add);
  }
}
