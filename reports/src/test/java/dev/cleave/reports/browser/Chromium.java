package dev.cleave.reports.browser;

import dev.cleave.tuner.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A headless Chromium, told what to do by the Chrome DevTools Protocol over its pipe: messages are
 * JSON, each ended by a zero byte. Selenium would need a chromedriver of the very same version.
 *
 * <p>For one thread; every call waits for its answer.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Process process;
  private final OutputStream commands;
  private final InputStream answers;
  private final List<JsonNode> events = new ArrayList<>();
  private int lastId;

  private Chromium(Process process) {
    this.process = process;
    this.commands = process.getOutputStream();
    this.answers = process.getInputStream();
  }

  /** The program; empty where none is installed. */
  static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * @param home an empty directory for all that it writes
   */
  static Chromium start(Path program, Path home) throws IOException {
    // The protocol's descriptors are 3 and 4; no sandbox, because root can't have one.
    String script =
        "exec \"$0\" --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
            + " --no-first-run --disable-background-networking --hide-scrollbars"
            + " --remote-debugging-pipe --user-data-dir=\"$1\" about:blank"
            + " 3<&0 4>&1 </dev/null >/dev/null 2>/dev/null";
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", script, program.toString(), home.toString());
    builder.environment().put("HOME", home.toString());
    return new Chromium(builder.start());
  }

  /** An empty page. */
  BrowserPage open() throws IOException {
    String target =
        call("", "Target.createTarget", Map.of("url", "about:blank")).get("targetId").asString();
    String session =
        call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asString();
    return new BrowserPage(this, target, session);
  }

  /**
   * Calls a method of the protocol.
   *
   * @param session of the page; empty for the browser itself
   * @return what it results in
   * @throws IOException if it fails, or the browser has ended
   */
  JsonNode call(String session, String method, Map<String, ?> parameters) throws IOException {
    int id = ++lastId;
    Map<String, Object> message =
        session.isEmpty()
            ? Map.of("id", id, "method", method, "params", parameters)
            : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
    commands.write(Json.LINE.writeValueAsBytes(message));
    commands.write(0);
    commands.flush();
    while (true) {
      JsonNode answer = read();
      if (answer.path("id").asInt(0) != id) {
        events.add(answer);
      } else if (answer.has("error")) {
        throw new IOException(method + ": " + answer.get("error"));
      } else {
        return answer.get("result");
      }
    }
  }

  /** Waits until the page says so; it may have said so before, since the events were cleared. */
  void await(String session, String event) throws IOException {
    while (events(session, event).isEmpty()) {
      events.add(read());
    }
  }

  /** What the page has said so far. */
  List<JsonNode> events(String session, String event) {
    return events.stream()
        .filter(it -> it.path("sessionId").asString("").equals(session))
        .filter(it -> it.path("method").asString("").equals(event))
        .map(it -> it.get("params"))
        .toList();
  }

  void clearEvents() {
    events.clear();
  }

  private JsonNode read() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    for (int next = answers.read(); next != 0; next = answers.read()) {
      if (next < 0) {
        throw new EOFException("Chromium has ended");
      }
      message.write(next);
    }
    return Json.LINE.readTree(message.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    try {
      call("", "Browser.close", Map.of());
    } finally {
      commands.close();
      process.onExit().join();
    }
  }
}
