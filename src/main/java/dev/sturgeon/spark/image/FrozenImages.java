package dev.sturgeon.spark.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sturgeon.data.SplitRule;
import java.util.List;

/**
 * What a study fixed when it first read its images, and keeps when it reads them again.
 *
 * @param rule which image belongs to which part
 * @param classes the labels, in the order of a network's outputs
 * @param scale how pixels become a network's input
 */
public record FrozenImages(SplitRule rule, List<String> classes, PixelScale scale) {

  /** Copies the list. */
  public FrozenImages {
    classes = List.copyOf(classes);
  }

  /** As one line of JSON, for the journal. */
  public String toJson() {
    try {
      return ImageJson.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads what {@link #toJson} wrote, by this or an earlier version.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static FrozenImages fromJson(String json) {
    try {
      return ImageJson.MAPPER.readValue(json, FrozenImages.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no frozen split: " + e.getOriginalMessage(), e);
    }
  }
}
