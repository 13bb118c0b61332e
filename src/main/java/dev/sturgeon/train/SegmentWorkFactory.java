package dev.sturgeon.train;

import java.io.Serializable;

/** Opens {@link SegmentWork} on the executor it is sent to; called once per executor JVM. */
public interface SegmentWorkFactory extends Serializable {

  /** The work of this study, ready to carry out segments. */
  SegmentWork open();
}
