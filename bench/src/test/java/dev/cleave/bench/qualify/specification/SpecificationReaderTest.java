package dev.cleave.bench.qualify.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.Fact;
import dev.cleave.tuner.device.StorageProbe;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.qualify.Comparison;
import dev.cleave.tuner.qualify.Metric;
import dev.cleave.tuner.qualify.Requirement;
import dev.cleave.tuner.qualify.RunPart;
import dev.cleave.tuner.qualify.WorkloadKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class SpecificationReaderTest {
  private static final String HEAD = "qualify: 1\nname: test\nrequirements:\n";

  @TempDir Path directory;

  @Test
  void aRequirementIsReadWithItsUnits() throws Exception {
    Specification read =
        SpecificationReader.parse(
            "f",
            HEAD
                + """
                  - name: one
                    workload: mixed
                    block: 8 KiB
                    queue-depth: 4
                    file-size: 1 MB
                    read-share: 60 %
                    run: 1 min
                    window: 500 ms
                    metric: throughput
                    part: sustained
                    after-written: 1 MB
                    after-time: 2 s
                    above: 1.5 MB/s # a comment
                    confidence: 99 %
                """);

    Requirement one = read.requirements().getFirst();
    assertThat(one.workload().kind()).isEqualTo(WorkloadKind.MIXED);
    assertThat(one.workload().blockBytes()).isEqualTo(8192);
    assertThat(one.workload().fileBytes()).isEqualTo(122 * 8192); // whole blocks of 1,000,000
    assertThat(one.workload().readShare()).isEqualTo(0.6);
    assertThat(one.workload().seconds()).isEqualTo(60);
    assertThat(one.workload().windowSeconds()).isEqualTo(0.5);
    assertThat(one.metric()).isEqualTo(Metric.THROUGHPUT);
    assertThat(one.part()).isEqualTo(RunPart.SUSTAINED);
    assertThat(one.afterBytes()).isEqualTo(1_000_000);
    assertThat(one.comparison()).isEqualTo(Comparison.ABOVE);
    assertThat(one.bound()).isEqualTo(1.5e6);
    assertThat(one.confidence()).isEqualTo(0.99);
    assertThat(one.line()).isEqualTo(4);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("at-least: 500", 7, "no unit"),
        mistake("at-least: 500 MB", 7, "no unit of this kind"),
        mistake("at-least: 500 mb/s", 7, "no unit of this kind"),
        mistake("at-most: 500 MB/s", 7, "bounded by at-least or above"),
        mistake("at-least: 0 MB/s", 7, "a bound of 0 says nothing"),
        mistake("at-least: 5 MB/s\n    below: 6 MB/s", 8, "one bound"),
        mistake("at-least: 5 MB/s\n    windows: 6 s", 8, "no key of a requirement: 'windows'"),
        mistake("at-least: 5 MB/s\n    run: 10 s\n    window: 20 s", 9, "no longer than the run"),
        mistake("at-least: 5 MB/s\n    run: 10 s\n    window: 1 s", 9, "it takes 20"),
        mistake("at-least: 5 kB/s\n    block: 1 MiB", 7, "less than one operation"),
        mistake("at-least: 5 MB/s\n    block: 1000 B", 8, "multiple of 4 KiB"),
        mistake("at-least: 5 MB/s\n    percentile: 1 %", 8, "no run of this length"),
        mistake("at-least: 5 MB/s\n    percentile: 100 %", 8, "between 0 % and 100 %"),
        mistake("at-least: 5 MB/s\n    after-time: 1 s", 8, "part: sustained"),
        mistake(
            "at-least: 5 MB/s\n    part: sustained\n    after-time: 25 s",
            9,
            "no run of this length"),
        mistake(
            "at-least: 5 MB/s\n    part: sustained\n    after-written: 1 GB",
            9,
            "no run of this length"),
        mistake("at-least: 5 MB/s\n    confidence: 20 %", 8, "between 80 % and 99.99 %"),
        mistake("at-least: 5 MB/s\n    read-share: 20 %", 8, "only the workload mixed"),
        mistake("at-least: 5 MB/s\n    plan: nio", 8, "only the workload copy"),
        mistake("at-least: 5 MB/s\n    at-least: 6 MB/s", 8, "second time"),
        mistake("at-least: &a 5 MB/s", 7, "anchors"),
        mistake("&a at-least: 5 MB/s", 7, "anchors"),
        mistake("at-least:", 7, "missing"));
  }

  private static Arguments mistake(String lines, int line, String message) {
    return Arguments.of(lines, line, message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsLine(String lines, int line, String message) {
    String text =
        HEAD
            + "  - name: a\n    workload: sequential-write\n    metric: throughput\n    "
            + lines
            + "\n";

    assertThatThrownBy(() -> SpecificationReader.parse("f.yaml", text))
        .isInstanceOfSatisfying(
            SpecificationException.class,
            e -> {
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.column()).isGreaterThan(1);
              assertThat(e).hasMessageStartingWith("f.yaml:" + line + ":" + e.column() + ": ");
            })
        .hasMessageContaining(message);
  }

  @Test
  void unknownWordsAreNamedWithThoseThatThereAre() {
    assertThatThrownBy(
            () ->
                SpecificationReader.parse(
                    "f", HEAD + "  - name: a\n    workload: integrity\n    metric: speed\n"))
        .hasMessage(
            "f:6:13: no metric is called 'speed'; there are throughput, operations, latency,"
                + " bad-blocks");
  }

  @Test
  void badBlocksBelowOneIsNone() throws Exception {
    Specification read =
        SpecificationReader.parse(
            "f",
            HEAD
                + "  - name: a\n    workload: integrity\n    metric: bad-blocks\n    below: 1 block\n");

    Requirement requirement = read.requirements().getFirst();
    assertThat(requirement.comparison().holds(0, requirement.bound())).isTrue();
    assertThat(requirement.comparison().holds(1, requirement.bound())).isFalse();
  }

  @Test
  void aWriteBudgetThatNoRequirementFitsIntoIsRefused() {
    String text =
        """
        qualify: 1
        name: a
        write-budget: 1 MiB
        requirements:
          - name: a
            workload: random-read
            metric: operations
            at-least: 50 /s
        """;

    assertThatThrownBy(() -> SpecificationReader.parse("f", text))
        .hasMessageStartingWith("f:3:15: these requirements write 1GiB at least");
  }

  @Test
  void aliasesDontUnfold() {
    String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";

    assertThatThrownBy(() -> SpecificationReader.parse("f", bomb))
        .isInstanceOf(SpecificationException.class)
        .hasMessageContaining("anchors");
  }

  @Test
  void deepNestingAndBrokenYamlAreRefused() {
    assertThatThrownBy(() -> SpecificationReader.parse("f", "a: " + "[".repeat(5000)))
        .isInstanceOf(SpecificationException.class);
    assertThatThrownBy(() -> SpecificationReader.parse("f", "a: [1\nb: }"))
        .isInstanceOf(SpecificationException.class)
        .hasMessageStartingWith("f:2:");
    assertThatThrownBy(() -> SpecificationReader.parse("f", ""))
        .isInstanceOf(SpecificationException.class);
  }

  @Test
  void aHugeFileIsNotReadToItsEnd() throws IOException {
    Path huge = directory.resolve("huge.yaml");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(100_000_000);
    }

    assertThatThrownBy(() -> SpecificationReader.read(huge))
        .isInstanceOf(SpecificationException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void theShippedOnesAreReadAndFitTheSchema() throws Exception {
    Schema schema = schema();
    for (String name : ShippedSpecification.names()) {
      String text = ShippedSpecification.text(name);

      Specification read = SpecificationReader.parse(name, text);
      assertThat(read.name()).isEqualTo(name);
      assertThat(schema.validate(yaml(text))).as(name).isEmpty();
      for (Requirement requirement : read.requirements()) {
        assertThat(requirement.line()).isPositive();
      }
      assertThat(text.lines().filter(line -> line.strip().startsWith("#")).count())
          .isGreaterThan(2);
    }
  }

  @Test
  void theDraftOfThisMachineIsReadAndFitsTheSchema() throws Exception {
    String draft = DraftSpecification.of(StorageProbe.ofThisMachine().probe(directory));

    assertThat(SpecificationReader.parse("draft", draft).requirements()).hasSize(5);
    assertThat(schema().validate(yaml(draft))).isEmpty();
  }

  @Test
  void theSchemaKnowsTheWordsOfTheProgram() throws Exception {
    JsonNode properties =
        Json.LINE
            .readTree(ShippedSpecification.schema())
            .at("/properties/requirements/items/properties");

    assertThat(words(properties.at("/workload/enum")))
        .containsExactly(
            Stream.of(WorkloadKind.values()).map(Enum::toString).toArray(String[]::new));
    assertThat(words(properties.at("/metric/enum")))
        .containsExactly(Stream.of(Metric.values()).map(Enum::toString).toArray(String[]::new));
    assertThat(words(properties.at("/part/enum")))
        .containsExactly(Stream.of(RunPart.values()).map(Enum::toString).toArray(String[]::new));
    assertThat(properties.propertyNames())
        .containsExactlyInAnyOrderElementsOf(RequirementReader.KEYS);
  }

  @Test
  void theSchemaRefusesAQuantityWithoutUnit() throws Exception {
    String text = ShippedSpecification.text("nfs").replace("550 MB/s", "550");

    assertThat(schema().validate(yaml(text))).isNotEmpty();
  }

  @Test
  void wildcardsTakeNoLongerThanTheProductOfBoth() {
    Wildcard stars = new Wildcard("a*".repeat(50) + "b");

    assertThat(stars.matches("a".repeat(2000))).isFalse();
    assertThat(new Wildcard("SAMSUNG MZ?L*").matches("SAMSUNG MZQL21T9HCJR")).isTrue();
    assertThat(new Wildcard("*").matches("")).isTrue();
    assertThat(new Wildcard("*a").matches("ab")).isFalse();
  }

  @Test
  void aLinkIsHeldAgainstSpeedAndWidth() {
    FactRequirement wanted =
        new FactRequirement("link", FactRequirement.FactKind.LINK, "16 GT/s x4");

    assertThat(wanted.judge(TestStacks.with(link("PCIe 16.0 GT/s x4"))).verdict())
        .hasToString("PASS");
    assertThat(wanted.judge(TestStacks.with(link("PCIe 32.0 GT/s x4"))).verdict())
        .hasToString("PASS");
    assertThat(wanted.judge(TestStacks.with(link("PCIe 16.0 GT/s x2"))).verdict())
        .hasToString("FAIL");
    assertThat(wanted.judge(TestStacks.with(link("PCIe 8.0 GT/s x4"))).verdict())
        .hasToString("FAIL");
    assertThat(
            wanted.judge(TestStacks.with(new BlockDevice("nvme0n1", "disk", Map.of()))).verdict())
        .hasToString("INCONCLUSIVE");
  }

  private static BlockDevice link(String text) {
    return new BlockDevice("nvme0n1", "disk", Map.of("link", Fact.reported(text, "test")));
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Json.LINE.readTree(ShippedSpecification.schema()));
  }

  private static JsonNode yaml(String text) {
    return new YAMLMapper().readTree(text);
  }

  private static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }
}
