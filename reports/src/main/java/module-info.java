/** Shows a run: as JSON, text, charts and HTML. */
module dev.cleave.reports {
  requires static transitive org.jspecify;
  requires transitive dev.cleave.tuner;
  requires tools.jackson.databind;
  requires xchart;
  requires java.desktop;

  exports dev.cleave.reports;
  exports dev.cleave.reports.json;
  exports dev.cleave.reports.text;
}
