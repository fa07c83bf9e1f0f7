package dev.cleave.reports.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.junit.JunitCase.Outcome;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitXmlTest {
  private static final JunitSuite SUITE =
      new JunitSuite(
          "/data",
          List.of(
              new JunitCase("read", Outcome.PASSED, "passes with 95 % confidence", "", 30),
              new JunitCase("write", Outcome.FAILURE, "fails by 12.0 %", "<&> \"a\"\nb", 30.5),
              new JunitCase("create", Outcome.ERROR, "busy", "", 0),
              new JunitCase("sync", Outcome.SKIPPED, "the interval holds the bound", "", 0)));

  @Test
  void isSealed() {
    assertThat(JunitXml.of("etcd-ready", List.of(SUITE)))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="etcd-ready">
              <testsuite name="/data" tests="4" failures="1" errors="1" skipped="1" time="60.500">
                <testcase classname="/data" name="read" time="30.000">
                  <system-out>passes with 95 % confidence
            </system-out>
                </testcase>
                <testcase classname="/data" name="write" time="30.500">
                  <failure message="fails by 12.0 %">&lt;&amp;&gt; "a"
            b</failure>
                </testcase>
                <testcase classname="/data" name="create" time="0.000">
                  <error message="busy"></error>
                </testcase>
                <testcase classname="/data" name="sync" time="0.000">
                  <skipped message="the interval holds the bound"></skipped>
                </testcase>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void anyNameIsReadAgain() throws Exception {
    JunitCase odd = new JunitCase("\u0001\uFFFE\uD800 & <\uD83D\uDE00>", Outcome.PASSED, "", "", 0);
    String xml = JunitXml.of("odd", List.of(new JunitSuite("s", List.of(odd))));
    Element read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    assertThat(((Element) read.getElementsByTagName("testcase").item(0)).getAttribute("name"))
        .isEqualTo("\uFFFD\uFFFD\uFFFD & <\uD83D\uDE00>");
  }
}
