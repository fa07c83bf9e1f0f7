package dev.cleave.reports.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells AWT that the bundled font is all there is.
 *
 * <p>Even for a font from a file AWT asks libfontconfig for its five logical fonts, and fails where
 * there is none or it knows no font ("Fontconfig head is null", as on servers and in containers).
 * With a configuration file of its own AWT never asks (sun.font.FcFontConfiguration,
 * sun.awt.FontConfiguration in OpenJDK 25).
 */
final class FontConfiguration {
  private static final String PROPERTY = "sun.awt.fontconfig";
  private static final List<String> NAMES =
      List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");
  private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

  private FontConfiguration() {}

  /** Has an effect only before AWT's fonts are loaded, and none if the user has set a file. */
  static void install() {
    if (System.getProperty(PROPERTY) != null) {
      return;
    }
    try {
      System.setProperty(PROPERTY, extracted().toString());
    } catch (IOException e) {
      throw new UncheckedIOException("the font can't be unpacked: " + e.getMessage(), e);
    }
  }

  /** AWT reads the files when it likes: they stay until the JVM ends. */
  private static Path extracted() throws IOException {
    Path directory = Files.createTempDirectory("cleave-font");
    directory.toFile().deleteOnExit(); // in reverse order, so after its files
    Path font = directory.resolve(ChartFont.RESOURCE);
    font.toFile().deleteOnExit();
    try (InputStream bundled = FontConfiguration.class.getResourceAsStream(ChartFont.RESOURCE)) {
      if (bundled == null) {
        throw new IOException(ChartFont.RESOURCE + " is not in Cleave's jar");
      }
      Files.copy(bundled, font);
    }
    Path configuration = directory.resolve("fontconfig.properties");
    configuration.toFile().deleteOnExit();
    return Files.writeString(configuration, properties(font));
  }

  /** The keys that sun.awt.FontConfiguration asks for. */
  private static String properties(Path font) {
    StringBuilder properties = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
    for (String name : NAMES) {
      for (String style : STYLES) {
        properties.append(name).append('.').append(style).append(".latin-1=DejaVuSans\n");
      }
    }
    return properties.append("filename.DejaVuSans=").append(font).append('\n').toString();
  }
}
