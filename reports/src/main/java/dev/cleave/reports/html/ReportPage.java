package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.all;
import static dev.cleave.reports.html.Html.element;
import static dev.cleave.reports.html.Html.styled;
import static dev.cleave.reports.html.Html.text;

import dev.cleave.reports.chart.ChartData;
import dev.cleave.reports.json.EmbeddedJson;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A page of anything that was measured, in the frame of the others: one file that opens offline,
 * its policy, light and dark, charts that are alive and printed as pictures, tables that are
 * sorted.
 */
public final class ReportPage {
  private ReportPage() {}

  /**
   * The whole document.
   *
   * @param title of the browser's window
   * @param top what comes before the charts, as {@link #header}
   * @param charts with names that differ
   * @param rest what comes behind them: {@link Html#styledTable} with the class {@code sortable} is
   *     sorted and filtered by the reader
   * @throws IOException if a part of the page is not in Cleave's jar
   */
  public static String of(String title, Html top, List<? extends ChartData> charts, Html rest)
      throws IOException {
    List<ChartData> drawn = List.copyOf(charts);
    Html data = Html.data("report-data", EmbeddedJson.of(PageData.of(drawn)));
    Html body = all(top, ChartImages.drawn().section(drawn), rest, data);
    return Page.of(title, element("main", body));
  }

  /**
   * The top of a page.
   *
   * @param verdict {@code PASS}, {@code FAIL}, {@code INCONCLUSIVE}, {@code INVALID}, or another
   *     word of Cleave's verdicts
   * @param lead the finding in one sentence
   * @param facts where and when, joined in one line
   */
  public static Html header(
      String heading, String verdict, String lead, List<String> facts, List<String> warnings) {
    return element(
        "header",
        all(
            element("h1", heading),
            styled("p", "lead", all(badge(verdict), text(lead))),
            styled("p", "quiet", text(String.join(" · ", facts))),
            Findings.warnings(warnings)));
  }

  /** A verdict as a word in its colour. */
  public static Html badge(String verdict) {
    return styled("span", "verdict " + verdict.toLowerCase(Locale.ROOT), text(verdict));
  }
}
