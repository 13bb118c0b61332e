package dev.sturgeon.bench.chaos;

import java.util.List;

/** Something that goes wrong on purpose, and what is to be seen of a study then. */
public interface Fault {

  /** What the row is called on the command line and in its figures. */
  String name();

  /** Has it go wrong; takes minutes, and throws only where nothing could be found out. */
  List<Finding> cause(Ground ground) throws Exception;
}
