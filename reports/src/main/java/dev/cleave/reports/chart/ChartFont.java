package dev.cleave.reports.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The bundled DejaVu Sans (its licence lies beside it), so that no installed font is needed. */
record ChartFont(Font plain) {
  static final String RESOURCE = "DejaVuSans.ttf";

  static ChartFont load() {
    FontConfiguration.install();
    try (InputStream font = ChartFont.class.getResourceAsStream(RESOURCE)) {
      if (font == null) {
        throw new IllegalStateException("the font " + RESOURCE + " is not in Cleave's jar");
      }
      return new ChartFont(Font.createFont(Font.TRUETYPE_FONT, font));
    } catch (FontFormatException e) {
      throw new IllegalStateException("the font " + RESOURCE + " in Cleave's jar is damaged", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Font size(double pixels) {
    return plain.deriveFont((float) pixels);
  }

  Font bold(double pixels) {
    return plain.deriveFont(Font.BOLD, (float) pixels);
  }
}
