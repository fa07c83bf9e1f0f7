/**
 * Charts of a run. What a chart shows is a {@link dev.cleave.reports.chart.ChartData}, made by
 * {@link dev.cleave.reports.chart.ChartCatalogue} without any drawing; only {@link
 * dev.cleave.reports.chart.ChartRenderer} and what it uses know XChart and AWT.
 *
 * <p>{@link dev.cleave.reports.chart.TimelineData}, {@link
 * dev.cleave.reports.chart.PercentilesData}, {@link dev.cleave.reports.chart.HistogramData} and
 * {@link dev.cleave.reports.chart.RooflineData} are for whoever measures such things: made by their
 * factories from bytes per second and seconds, written by {@link
 * dev.cleave.reports.chart.ChartFiles} and shown by {@link dev.cleave.reports.html.ReportPage}.
 *
 * <p>Titles, captions and cell labels are drawn by us around and over XChart's plot: XChart has no
 * subtitle, prints labels of a heat map in one colour whatever the cell's, and its error bars are
 * symmetric only.
 *
 * <p>The font is bundled, so that charts look the same on every machine and their labels fit.
 */
@NullMarked
package dev.cleave.reports.chart;

import org.jspecify.annotations.NullMarked;
