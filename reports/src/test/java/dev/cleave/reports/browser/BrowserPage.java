package dev.cleave.reports.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One page of a browser: what it shows, says and asks for. */
final class BrowserPage implements AutoCloseable {
  private final Chromium browser;
  private final String target;
  private final String session;

  BrowserPage(Chromium browser, String target, String session) throws IOException {
    this.browser = browser;
    this.target = target;
    this.session = session;
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  /** Sets width and height in CSS pixels; with a finger on phones. */
  void resize(int width, int height, boolean phone) throws IOException {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
  }

  /**
   * @param scheme {@code light} or {@code dark}
   */
  void prefer(String scheme) throws IOException {
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Shows the page as it is printed. */
  void print() throws IOException {
    call("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  /** Runs before any script of the pages that are opened from now on. */
  void runFirst(String script) throws IOException {
    call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** Opens a file as a double-click does, and waits until it is loaded. */
  void open(Path file) throws IOException {
    browser.clearEvents();
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    browser.await(session, "Page.loadEventFired");
  }

  /**
   * The value of an expression, of which promises are waited for.
   *
   * @throws IOException if it throws
   */
  JsonNode evaluate(String expression) throws IOException {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException(answer.get("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** Presses and releases a key that writes nothing, as {@code ArrowRight}. */
  void press(String key) throws IOException {
    call("Input.dispatchKeyEvent", Map.of("type", "rawKeyDown", "key", key));
    call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
  }

  /** The whole page as a picture, for people. */
  void photograph(Path file) throws IOException {
    JsonNode size = call("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
    Map<String, Object> clip =
        Map.of(
            "x", 0,
            "y", 0,
            "width", size.path("width").asDouble(),
            "height", Math.min(16_000, size.path("height").asDouble()),
            "scale", 1);
    JsonNode png =
        call("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(png.get("data").asString()));
  }

  /** Everything that went wrong: errors, warnings, what the policy refused. */
  List<String> complaints() {
    return Stream.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
        .flatMap(event -> browser.events(session, event).stream())
        .map(JsonNode::toString)
        .toList();
  }

  /** Every address that was asked for. */
  List<String> requests() {
    return browser.events(session, "Network.requestWillBeSent").stream()
        .map(event -> event.path("request").path("url").asString())
        .toList();
  }

  /** Pages that stay open would go on drawing. */
  @Override
  public void close() throws IOException {
    browser.call("", "Target.closeTarget", Map.of("targetId", target));
  }

  private JsonNode call(String method, Map<String, ?> parameters) throws IOException {
    return browser.call(session, method, parameters);
  }
}
