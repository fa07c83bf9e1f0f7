package dev.cleave.tuner.device;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The machines of src/test/resources/machines, in the form of {@link MachineText}. */
class MachinesTest {
  @TempDir Path directory;

  static List<String> machines() throws IOException, URISyntaxException {
    Path resources = Path.of(requireNonNull(MachinesTest.class.getResource("/machines")).toURI());
    try (Stream<Path> files = Files.list(resources)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void coversTheKindsOfMachines() throws IOException, URISyntaxException {
    assertThat(machines()).hasSizeGreaterThanOrEqualTo(25);
  }

  @ParameterizedTest
  @MethodSource("machines")
  @Timeout(60) // a pipe or an endless file in /sys must not hold it up
  void findsWhatStoresTheBytes(String name) throws IOException {
    MachineText machine = new MachineText(directory, "/machines/" + name);
    StorageProbe probe = machine.probe();

    StorageStack stack = probe.probe(machine.probed);

    assertThat(probe.identity(machine.probed)).isEqualTo(stack.identity());
    assertThat(StackTraits.of(probe.recognize(machine.probed))).isEqualTo(StackTraits.of(stack));
    assertThat(machine.expectations).isNotEmpty();
    for (String expectation : machine.expectations) {
      int space = expectation.indexOf(' ');
      String rest = expectation.substring(space + 1);
      switch (expectation.substring(0, space)) {
        case "expect" -> assertThat(summary(stack)).isEqualTo(rest);
        case "identity" -> assertThat(stack.identity()).isEqualTo(rest);
        case "fact" -> assertFact(stack, rest);
        default -> assertUnknown(stack, rest);
      }
    }
    assertLeavesAreTheEnds(stack);
  }

  private static String summary(StorageStack stack) {
    StringBuilder text = new StringBuilder(stack.deviceClass() + " " + stack.fileSystem());
    stack.stack().forEach(device -> text.append(" " + device.name() + ":" + device.kind()));
    return text.toString();
  }

  private static void assertLeavesAreTheEnds(StorageStack stack) {
    assertThat(stack.leaves())
        .isEqualTo(
            stack.stack().stream()
                .filter(d -> List.of("disk", "memory", "network", "unknown").contains(d.kind()))
                .toList());
  }

  /** {@code DEVICE NAME = VALUE}; devices over the network have spaces in their names. */
  private static void assertFact(StorageStack stack, String text) {
    int equals = text.indexOf(" = ");
    Fact fact = fact(stack, text.substring(0, equals));
    assertThat(fact.value() + "").as(text).isEqualTo(text.substring(equals + 3));
    assertThat(fact.origin()).isEqualTo(Origin.REPORTED);
  }

  private static void assertUnknown(StorageStack stack, String text) {
    int colon = text.indexOf(": ");
    Fact fact = fact(stack, text.substring(0, colon));
    assertThat(fact.origin()).as(text).isEqualTo(Origin.UNKNOWN);
    assertThat(fact.source()).contains(text.substring(colon + 2));
  }

  private static Fact fact(StorageStack stack, String deviceAndName) {
    int space = deviceAndName.lastIndexOf(' ');
    String name = deviceAndName.substring(space + 1);
    return stack.stack().stream()
        .filter(device -> device.name().equals(deviceAndName.substring(0, space)))
        .filter(device -> device.facts().containsKey(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no fact " + deviceAndName + " in " + stack))
        .fact(name);
  }
}
