/** Shows a run: as JSON, text, charts and HTML. */
module dev.cleave.reports {
  requires static transitive org.jspecify;
  requires transitive dev.cleave.tuner;
  requires tools.jackson.databind;
  requires xchart;
  requires java.desktop;

  // The page's scripts draw the same charts as XChart does, from the same data.
  opens dev.cleave.reports.chart to
      tools.jackson.databind;

  exports dev.cleave.reports;
  exports dev.cleave.reports.chart;
  exports dev.cleave.reports.compare;
  exports dev.cleave.reports.html;
  exports dev.cleave.reports.json;
  exports dev.cleave.reports.junit;
  exports dev.cleave.reports.text;
}
