/**
 * The report for browsers: one file that loads nothing. Everything that comes from a run is escaped
 * by {@link dev.cleave.reports.html.Html}, the only place that writes markup; the page's own
 * scripts write text only.
 *
 * <p>Charts are drawn by Apache ECharts, from the WebJar of mvnpm, which has the newest version of
 * those on Maven Central (6.0.0; WebJars' own stop at 5.5.0). It draws the heat map, the intervals
 * (its custom series) and ten thousand points on a canvas; uPlot (50 KB) has no heat map, Chart.js
 * (210 KB) neither heat map nor intervals without further plug-ins, Observable Plot and Plotly have
 * no WebJar there. The price is 1.1 MB in each report, so it is the only library in it: sorting and
 * filtering tables takes a screenful of script. Its legend can't be reached by keyboard: ours are
 * buttons. Its tooltips are drawn on the canvas, because those of HTML carry style attributes,
 * which the Content-Security-Policy forbids; a canvas also prints badly, so that paper gets the
 * pictures of XChart, as browsers without scripts do.
 */
@NullMarked
package dev.cleave.reports.html;

import org.jspecify.annotations.NullMarked;
