package dev.cleave.reports.junit;

import dev.cleave.reports.junit.JunitCase.Outcome;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Suites as JUnit's XML, in the form of Apache Ant's {@code junit} task that Jenkins, GitLab and
 * others read. It has no word for "not decided": such a case is skipped, with the reason.
 */
public final class JunitXml {
  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The whole document. */
  public static String of(String name, List<JunitSuite> suites) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JunitXml(xml).write(name, suites);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("no XML of " + name, e);
    }
    return text + "\n";
  }

  private void write(String name, List<JunitSuite> suites) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    begin("\n", "testsuites", "name", name);
    for (JunitSuite suite : suites) {
      begin(
          "\n  ",
          "testsuite",
          "name",
          suite.name(),
          "tests",
          String.valueOf(suite.cases().size()),
          "failures",
          String.valueOf(suite.count(Outcome.FAILURE)),
          "errors",
          String.valueOf(suite.count(Outcome.ERROR)),
          "skipped",
          String.valueOf(suite.count(Outcome.SKIPPED)),
          "time",
          seconds(suite.seconds()));
      for (JunitCase one : suite.cases()) {
        write(suite, one);
      }
      end("\n  ");
    }
    end("\n");
    xml.writeEndDocument();
  }

  private void write(JunitSuite suite, JunitCase one) throws XMLStreamException {
    begin(
        "\n    ",
        "testcase",
        "classname",
        suite.name(),
        "name",
        one.name(),
        "time",
        seconds(one.seconds()));
    switch (one.outcome()) {
      case PASSED -> {
        begin("\n      ", "system-out");
        xml.writeCharacters(clean(one.message() + "\n" + one.details()));
        xml.writeEndElement();
      }
      case FAILURE -> problem("failure", one);
      case ERROR -> problem("error", one);
      case SKIPPED -> problem("skipped", one);
    }
    end("\n    ");
  }

  private void problem(String element, JunitCase one) throws XMLStreamException {
    begin("\n      ", element, "message", one.message());
    xml.writeCharacters(clean(one.details()));
    xml.writeEndElement();
  }

  private void begin(String indent, String element, String... attributes)
      throws XMLStreamException {
    xml.writeCharacters(indent);
    xml.writeStartElement(element);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
    }
  }

  private void end(String indent) throws XMLStreamException {
    xml.writeCharacters(indent);
    xml.writeEndElement();
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  /** XML 1.0 has no way to write most control characters. */
  private static String clean(String text) {
    return text.replaceAll("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
