package dev.cleave.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.reports.TuneRuns;
import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.profile.DefaultProfile;
import dev.cleave.tuner.profile.Profile;
import dev.cleave.tuner.profile.ProfileDocument;
import dev.cleave.tuner.profile.ProfileSchema;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ProfileSchemaTest {
  @ParameterizedTest
  @MethodSource("dev.cleave.reports.TuneRuns#all")
  void everyProfileIsValidAndEachOfItsFieldsIsDescribed(TuneRun run) throws IOException {
    JsonNode strict = Json.LINE.readTree(ProfileSchema.text());
    closeObjects(strict);

    Profile tuned = Profile.of(run, Instant.parse("2026-11-22T22:15:00Z")).withFillPercent(40);
    assertThat(schema(strict).validate(json(tuned))).isEmpty();
    Profile generated = DefaultProfile.of(List.of(run)).profile();
    assertThat(schema(strict).validate(json(generated))).isEmpty();
  }

  /** An object with properties may have no others. */
  private static void closeObjects(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("properties") instanceof ObjectNode) {
      object.put("additionalProperties", false);
    }
    schema.forEach(ProfileSchemaTest::closeObjects);
  }

  @Test
  void aFieldOfALaterMinorVersionIsNoError() throws IOException {
    ObjectNode profile = golden();
    profile.put("schema", "cleave.profile/1.1").put("later", 1);

    assertThat(published().validate(profile)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/classes/large/command/plan, splitDepth, 60",
    "/classes/large/command/plan, splitDepth, 1.5",
    "/classes/large/command/plan, chunkBytes, 0",
    "/classes/large/command/plan, chunkBytes, 1099511627776",
    "/classes/large/command/plan, backend, '\"teleport\"'",
    "/classes/large/command/gain, ratio, 0",
    "/classes/large/command, verdict, 2",
    "'', schema, '\"cleave.profile/2\"'",
    "'', schema, '\"cleave.run/1\"'",
    "'', id, '\"../../etc/x\"'",
    "'', noise, -1",
    "/facts, destinationFillPercent, 101",
    "/key, source, '\" \"'",
  })
  void whatTheReaderRefusesIsInvalid(String where, String field, String value) throws IOException {
    ObjectNode profile = golden();
    ((ObjectNode) profile.at(where)).set(field, Json.LINE.readTree(value));

    assertThat(published().validate(profile)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("words")
  void everyWordOfTheProgramIsOneOfTheSchema(String pointer, Enum<?>[] words) throws IOException {
    JsonNode allowed = Json.LINE.readTree(ProfileSchema.text()).at("/$defs/" + pointer + "/enum");

    assertThat(StreamSupport.stream(allowed.spliterator(), false).map(JsonNode::asString))
        .containsExactlyInAnyOrder(Stream.of(words).map(Enum::toString).toArray(String[]::new));
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("plan/properties/backend", BackendKind.values()),
        Arguments.of("stack/properties/deviceClass", DeviceClass.values()),
        Arguments.of("sizeClass", SizeClass.values()),
        Arguments.of("clock", Clock.values()),
        Arguments.of("recommendation/properties/verdict", Verdict.values()));
  }

  private static ObjectNode golden() {
    Profile profile = Profile.of(TuneRuns.golden(), Instant.parse("2026-11-22T22:15:00Z"));
    return (ObjectNode) json(profile);
  }

  private static JsonNode json(Profile profile) {
    return Json.LINE.readTree(ProfileDocument.of(profile).json());
  }

  private static Schema published() throws IOException {
    return schema(Json.LINE.readTree(ProfileSchema.text()));
  }

  private static Schema schema(JsonNode schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }
}
