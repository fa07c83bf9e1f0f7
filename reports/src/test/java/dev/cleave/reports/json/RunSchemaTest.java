package dev.cleave.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.reports.BenchRuns;
import dev.cleave.reports.QualifyRuns;
import dev.cleave.reports.TuneRuns;
import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.device.Origin;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.DeviceLimit;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.TargetState;
import dev.cleave.tuner.qualify.BadBlock;
import dev.cleave.tuner.qualify.QualifyVerdict;
import dev.cleave.tuner.qualify.WorkloadKind;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.KnobEffect;
import dev.cleave.tuner.search.Verdict;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RunSchemaTest {
  @ParameterizedTest
  @MethodSource("dev.cleave.reports.TuneRuns#all")
  void everyRunIsValidAndEachOfItsFieldsIsDescribed(TuneRun run) throws IOException {
    assertIsValidAndDescribed(RunSchema.TUNE, run);
  }

  @Test
  void soIsABench() throws IOException {
    assertIsValidAndDescribed(RunSchema.BENCH, BenchRuns.golden());
  }

  @Test
  void soIsAQualification() throws IOException {
    assertIsValidAndDescribed(RunSchema.QUALIFICATION, QualifyRuns.withCliff());
  }

  private static void assertIsValidAndDescribed(RunSchema of, Object run) throws IOException {
    ObjectNode strict = (ObjectNode) Json.LINE.readTree(of.text());
    closeObjects(strict);

    assertThat(schema(strict).validate(Json.LINE.<JsonNode>valueToTree(run))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaIsOfItsOwnRunsOnly(RunSchema of) throws IOException {
    ObjectNode run = Json.LINE.valueToTree(TuneRuns.golden());
    run.put("schema", "cleave.other/1");

    assertThat(schema(Json.LINE.readTree(of.text())).validate(run)).isNotEmpty();
  }

  /** An object with properties may have no others. */
  private static void closeObjects(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("properties") instanceof ObjectNode) {
      object.put("additionalProperties", false);
    }
    schema.forEach(RunSchemaTest::closeObjects);
  }

  @Test
  void aFieldOfALaterMinorVersionIsNoError() throws IOException {
    ObjectNode run = Json.LINE.valueToTree(TuneRuns.golden());
    run.put("schema", "cleave.run/1.1").put("later", 1);

    assertThat(schema(Json.LINE.readTree(RunSchema.TUNE.text())).validate(run)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("words")
  void everyWordOfTheProgramIsOneOfTheSchema(String pointer, Enum<?>[] words) throws IOException {
    assertAllowed(RunSchema.TUNE, pointer, words);
  }

  @Test
  void everyWordOfAQualificationIsOneOfItsSchema() throws IOException {
    assertAllowed(RunSchema.QUALIFICATION, "verdict", QualifyVerdict.values());
    assertAllowed(RunSchema.QUALIFICATION, "workload/properties/kind", WorkloadKind.values());
    assertAllowed(RunSchema.QUALIFICATION, "badBlock/properties/kind", BadBlock.Kind.values());
  }

  private static void assertAllowed(RunSchema of, String pointer, Enum<?>[] words)
      throws IOException {
    JsonNode allowed = Json.LINE.readTree(of.text()).at("/$defs/" + pointer + "/enum");

    assertThat(StreamSupport.stream(allowed.spliterator(), false).map(JsonNode::asString))
        .containsExactlyInAnyOrder(Stream.of(words).map(Enum::toString).toArray(String[]::new));
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("plan/properties/backend", BackendKind.values()),
        Arguments.of("storage/properties/deviceClass", DeviceClass.values()),
        Arguments.of("fact/properties/origin", Origin.values()),
        Arguments.of("knob/properties/effect", KnobEffect.Effect.values()),
        Arguments.of("sample/properties/phase", Phase.values()),
        Arguments.of("evidence/properties/targetState", TargetState.values()),
        Arguments.of(
            "evidence/properties/device/properties/limits/items/properties/kind",
            DeviceLimit.Kind.values()),
        Arguments.of("sizeClass", SizeClass.values()),
        Arguments.of("cacheState", CacheState.values()),
        Arguments.of("clock", Clock.values()),
        Arguments.of("verdict", Verdict.values()));
  }

  @Test
  void whatIsNoRunIsInvalid() throws IOException {
    Schema schema = schema(Json.LINE.readTree(RunSchema.TUNE.text()));
    ObjectNode otherVersion = Json.LINE.valueToTree(TuneRuns.golden());
    otherVersion.put("schema", "cleave.run/10");
    ObjectNode withoutSamples = Json.LINE.valueToTree(TuneRuns.golden());
    withoutSamples.remove("samples");
    ObjectNode negative = Json.LINE.valueToTree(TuneRuns.golden());
    ((ObjectNode) negative.path("samples").path(0)).put("commandSeconds", -1);

    assertThat(schema.validate(otherVersion)).hasSize(1);
    assertThat(schema.validate(withoutSamples)).hasSize(1);
    assertThat(schema.validate(negative)).hasSize(1);
  }

  private static Schema schema(JsonNode schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }
}
