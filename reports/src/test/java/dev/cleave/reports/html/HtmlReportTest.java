package dev.cleave.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.TuneRuns;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class HtmlReportTest {
  private static final HtmlReport REPORT =
      new HtmlReport(new ChartImages(_ -> new byte[] {1, 2, 3}));

  @Test
  void escapesEveryString() throws IOException {
    String page = REPORT.page(TuneRuns.hostile());

    assertThat(page).doesNotContain("<script>alert").doesNotContain("\u0007");
    assertThat(withoutScripts(page)).doesNotContain("<script");
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page).contains("/tmp/&quot;quoted&quot; &amp; &#39;single&#39;");
  }

  @Test
  void allowsNothingButItsOwnScriptsStyleAndPictures() throws Exception {
    String page = REPORT.page(TuneRuns.sixteenCandidates());

    List<String> scripts = groups(page, "<script>(.*?)</script>");
    assertThat(scripts).isNotEmpty();
    String allowed = scripts.stream().map(HtmlReportTest::hash).collect(Collectors.joining(" "));
    assertThat(groups(page, "Content-Security-Policy\" content=\"(.*?)\""))
        .containsExactly(
            "default-src 'none'; img-src data:; script-src "
                + allowed
                + "; style-src "
                + hash(groups(page, "<style>(.*?)</style>").getFirst())
                + "; base-uri 'none'; form-action 'none'");
    assertThat(withoutScripts(page)).doesNotContain("style=", "http:", "https:");
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String withoutScripts(String page) {
    return Pattern.compile("<script( [^>]*)?>.*?</script>", Pattern.DOTALL)
        .matcher(page)
        .replaceAll("");
  }

  @ParameterizedTest
  @MethodSource("dev.cleave.reports.TuneRuns#all")
  void isWellFormed(TuneRun run) throws Exception {
    String page = REPORT.page(run);

    // Elements without an end tag are HTML's, not XML's.
    String xml =
        withoutScripts(page)
            .replaceAll("<(meta|img)([^>]*)>", "<$1$2/>")
            .replace("<!DOCTYPE html>", "");
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    assertThat(document.getElementsByTagName("h2").getLength()).isGreaterThan(3);
  }

  @Test
  void saysTheRecommendationFirst() throws IOException {
    String page = REPORT.page(TuneRuns.sixteenCandidates());

    assertThat(page)
        .contains(
            "Large files, until the copy returns: use nio, split depth 2, chunk 4MiB, preallocated:"
                + " 1.41x the default (95 % interval 1.36 to 1.47), 6 samples.");
    assertThat(page.indexOf("1.41x")).isLessThan(page.indexOf("<h2>Charts"));
  }

  @Test
  void isWrittenWithoutTheChartsThatFail() throws IOException {
    HtmlReport report =
        new HtmlReport(
            new ChartImages(
                _ -> {
                  throw new NoClassDefFoundError("no fonts");
                }));

    String page = report.page(TuneRuns.sixteenCandidates());

    assertThat(page).contains("This chart could not be drawn").contains("no fonts");
    assertThat(page).contains("Large files, cold source: candidates");
  }

  private static List<String> groups(String page, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
