package dev.cleave.tuner.json;

import dev.cleave.tuner.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/** Files that hold one JSON document. */
public final class JsonFile {
  private JsonFile() {}

  /** Replaces the file; it is on the device when this returns, and a crash leaves either. */
  public static void publish(Path file, Object document) throws IOException {
    AtomicFile.publish(file, Json.PRETTY.writeValueAsBytes(document));
  }

  /**
   * The document of a file.
   *
   * @throws NoSuchFileException if there is none
   * @throws IOException if it holds no such document; the message names the file
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    String text = Files.readString(file);
    try {
      T document = Json.LINE.readValue(text, type);
      if (document != null) {
        return document;
      }
    } catch (JacksonException | NullPointerException e) {
      throw new IOException(file + " is damaged: " + e.getMessage(), e);
    }
    throw new IOException(file + " is damaged: null");
  }
}
