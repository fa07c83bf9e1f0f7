package dev.cleave.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The frame of a document: its head, policy and style. */
final class Page {
  private static final String STYLE = "report.css";

  private Page() {}

  static String of(String title, Html body) throws IOException {
    String style = style();
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
        </body>
        </html>
        """
        .formatted(policy(style), Html.text(title).markup(), style, body.markup());
  }

  /** Nothing may be loaded or run, and only this very style may style. */
  private static String policy(String style) {
    return "default-src 'none'; img-src data:; style-src 'sha256-"
        + hash(style)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String style) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static String style() throws IOException {
    try (InputStream style = Page.class.getResourceAsStream(STYLE)) {
      if (style == null) {
        throw new IOException(STYLE + " is not in Cleave's jar");
      }
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
