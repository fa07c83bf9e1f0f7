package dev.cleave.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The frame of a document: its head, policy, style and scripts. */
final class Page {
  private static final String STYLE = "report.css";

  /** In the order in which they run; the library first. */
  private static final List<String> SCRIPTS = List.of("echarts.min.js", "charts.js", "tables.js");

  private Page() {}

  static String of(String title, Html body) throws IOException {
    String style = resource(STYLE);
    List<String> scripts = new ArrayList<>();
    for (String script : SCRIPTS) {
      scripts.add(resource(script));
    }
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="%s">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        %s
        %s
        </body>
        </html>
        """
        .formatted(
            policy(style, scripts),
            Html.text(title).markup(),
            style,
            body.markup(),
            scripts.stream()
                .map(script -> "<script>" + script + "</script>")
                .collect(Collectors.joining("\n")));
  }

  /** Nothing may be loaded, and only these very scripts run and this very style styles. */
  private static String policy(String style, List<String> scripts) {
    return "default-src 'none'; img-src data:; script-src "
        + scripts.stream().map(Page::source).collect(Collectors.joining(" "))
        + "; style-src "
        + source(style)
        + "; base-uri 'none'; form-action 'none'";
  }

  private static String source(String content) {
    return "'sha256-" + hash(content) + "'";
  }

  private static String hash(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream resource = Page.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IOException(name + " is not in Cleave's jar");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
