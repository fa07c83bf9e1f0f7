package dev.cleave.reports.chart;

/** The ends of an interval. */
public record Range(double low, double high) {}
