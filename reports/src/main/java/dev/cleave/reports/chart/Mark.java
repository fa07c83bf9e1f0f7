package dev.cleave.reports.chart;

/** Why a candidate stands out in a chart. */
public enum Mark {
  NONE,
  /** The default plan, which the others are compared with. */
  DEFAULT,
  /** The recommended plan. */
  CHOSEN
}
