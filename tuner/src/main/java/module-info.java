/** What a device is, what was measured on it, and which plan follows from that. */
module dev.cleave.tuner {
  requires static transitive org.jspecify;
  requires transitive dev.cleave.engine;
  requires transitive tools.jackson.databind;
  requires jdk.unsupported; // DirectReading looks up an option of it
  requires org.apache.commons.statistics.distribution;

  exports dev.cleave.tuner.adapt;
  exports dev.cleave.tuner.contender;
  exports dev.cleave.tuner.device;
  exports dev.cleave.tuner.file;
  exports dev.cleave.tuner.json;
  exports dev.cleave.tuner.measure;
  exports dev.cleave.tuner.profile;
  exports dev.cleave.tuner.qualify;
  exports dev.cleave.tuner.run;
  exports dev.cleave.tuner.search;
  exports dev.cleave.tuner.simulate;
  exports dev.cleave.tuner.stats;
}
