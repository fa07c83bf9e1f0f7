/** The copy engine: moves bytes, and knows nothing of measuring, deciding or printing. */
module dev.cleave.engine {
  requires static transitive org.jspecify;

  exports dev.cleave.engine;
  exports dev.cleave.engine.backend;
  exports dev.cleave.engine.io;
  exports dev.cleave.engine.options;
}
