package dev.sturgeon.report;

import java.util.Collection;

/** An element of a page. Whatever text is put in is escaped: there is no way around it. */
final class Element {
  private final String name;
  private final StringBuilder attributes = new StringBuilder();
  private final StringBuilder content = new StringBuilder();

  private Element(String name) {
    this.name = name;
  }

  /** An element with these children: elements, collections of them, or anything else as text. */
  static Element of(String name, Object... children) {
    return new Element(name).add(children);
  }

  /** Adds children behind those there are. */
  Element add(Object... children) {
    for (Object child : children) {
      if (child instanceof Element) {
        content.append(child);
      } else if (child instanceof Collection<?> several) {
        add(several.toArray());
      } else {
        content.append(escape(child.toString()));
      }
    }
    return this;
  }

  /** Adds an attribute. */
  Element with(String attribute, Object value) {
    attributes.append(' ').append(attribute).append("=\"");
    attributes.append(escape(value.toString())).append('"');
    return this;
  }

  static String escape(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cs}&&[^\n\t]]", "\uFFFD")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return "<" + name + attributes + ">" + content + "</" + name + ">";
  }
}
