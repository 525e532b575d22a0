package io.heed.jobs.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.yaml.InvalidDefinitionsException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobConfigurationTest {
    @Test
    void onlyAnInputIsNeeded() {
        JobConfiguration configuration = read("input: {files: [events.jsonl.gz]}");

        assertThat(configuration.workspace()).isEqualTo(".");
        assertThat(configuration.input()).isEqualTo(new InputOptions(List.of("events.jsonl.gz"), "", null));
        assertThat(configuration.output()).isEqualTo(new OutputOptions("", "", "care-", Map.of(), true));
        assertThat(configuration.time()).isEqualTo(TimeOptions.usual());
        assertThat(configuration.hashKey()).isEqualTo(JobConfiguration.DEMONSTRATION_KEY);
    }

    @Test
    void everyKeyIsRead() {
        JobConfiguration configuration =
                JobConfiguration.read("job.yaml", """
                workspace: s3://care/workspace
                key-variable: CARE_KEY
                input:
                  files: [history.jsonl.gz, more.jsonl.gz]
                  mapping: genesys
                  kafka:
                    bootstrap-servers: kafka:9092
                    topics: [calls, bills]
                    group: care
                    bounded: true
                    properties: {client.id: heed-1}
                output:
                  directory: s3://care/results
                  terminal: true
                  kafka:
                    bootstrap-servers: other:9092
                    topic-prefix: proactive-
                    properties: {linger.ms: "5"}
                changes:
                  kafka: {bootstrap-servers: "kafka:9092", topic: heed-changes}
                time:
                  max-out-of-orderness: 10m
                  duplicates-within: 3d
                  max-ahead: 2h
                  idle-after: 90s
                  live-from: 2026-03-01T00:00:00Z
                  until: 2026-04-01T00:00:00Z
                """, Map.of("CARE_KEY", "secret", "HEED_KEY", "another"));

        assertThat(configuration)
                .isEqualTo(new JobConfiguration(
                        "s3://care/workspace",
                        new InputOptions(
                                List.of("history.jsonl.gz", "more.jsonl.gz"),
                                "genesys",
                                new KafkaInput(
                                        "kafka:9092",
                                        List.of("calls", "bills"),
                                        "care",
                                        true,
                                        Map.of("client.id", "heed-1"))),
                        new OutputOptions(
                                "s3://care/results", "other:9092", "proactive-", Map.of("linger.ms", "5"), true),
                        new TimeOptions(
                                Duration.ofMinutes(10).toMillis(),
                                Duration.ofDays(3).toMillis(),
                                Duration.ofHours(2).toMillis(),
                                Duration.ofSeconds(90).toMillis(),
                                Instant.parse("2026-03-01T00:00:00Z").toEpochMilli(),
                                Instant.parse("2026-04-01T00:00:00Z").toEpochMilli()),
                        "secret",
                        new ChangeOptions("", "kafka:9092", "heed-changes")));
    }

    @Test
    void kafkaHasUsualSettingsOfItsOwn() {
        JobConfiguration configuration = read("""
                input: {kafka: {bootstrap-servers: "kafka:9092", topics: calls}}
                output: {kafka: {bootstrap-servers: "kafka:9092"}}
                """);

        assertThat(configuration.input().kafka())
                .isEqualTo(new KafkaInput("kafka:9092", List.of("calls"), "heed", false, Map.of()));
        assertThat(configuration.output()).isEqualTo(new OutputOptions("", "kafka:9092", "care-", Map.of(), false));
    }

    @Test
    void allProblemsAreNamedAtOnceWithTheirPlaces() {
        assertThatThrownBy(() -> read("""
                        wrkspace: .
                        key-variable: CARE_KEY
                        input:
                          kafka:
                            topics: []
                            tpics: [calls]
                        output:
                          terminal: perhaps
                          kafka: {prefix: care}
                        time:
                          idle-after: soon
                          until: tomorrow
                          untl: x
                        """))
                .isInstanceOfSatisfying(
                        InvalidDefinitionsException.class,
                        wrong -> assertThat(wrong.problems())
                                .containsExactlyInAnyOrder(
                                        "job.yaml:1:1: unknown key: wrkspace"
                                                + " (legal: [changes, input, key-variable, output, time, workspace])",
                                        "job.yaml:2:15: key-variable names an environment variable that is not set: CARE_KEY",
                                        "job.yaml:5:5: key is missing: bootstrap-servers"
                                                + " (legal: bootstrap-servers: localhost:9092)",
                                        "job.yaml:6:5: unknown key: tpics (legal: [bootstrap-servers, bounded, group,"
                                                + " properties, topics])",
                                        "job.yaml:8:13: terminal is not true or false: perhaps (legal: true)",
                                        "job.yaml:9:10: key is missing: bootstrap-servers"
                                                + " (legal: bootstrap-servers: localhost:9092)",
                                        "job.yaml:9:11: unknown key: prefix (legal: [bootstrap-servers, properties,"
                                                + " topic-prefix])",
                                        "job.yaml:11:15: idle-after is not a duration: soon (legal: 90s, 30m, 24h or 7d)",
                                        "job.yaml:12:10: until is not a time: tomorrow (legal: 2026-03-01T00:00:00Z)",
                                        "job.yaml:13:3: unknown key: untl (legal: [duplicates-within, idle-after, live-from,"
                                                + " max-ahead, max-out-of-orderness, until])"));
    }

    @Test
    void anInputThatNamesNothingToReadIsRefused() {
        assertThatThrownBy(() -> read("input: {mapping: genesys}"))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("job.yaml:1:8: input names neither files nor kafka");
        assertThatThrownBy(() -> read("workspace: ."))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("job.yaml:1:1: key is missing: input");
        assertThatThrownBy(() -> read("input: {kafka: {bootstrap-servers: \"kafka:9092\", topics: []}}"))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("job.yaml:1:16: topics are missing (legal: topics: [care-events])");
    }

    @Test
    void theKeyIsTakenFromItsUsualVariableWhereNoneIsNamed() {
        String text = "input: {files: [events.jsonl]}";

        assertThat(JobConfiguration.read("job.yaml", text, Map.of("HEED_KEY", "own"))
                        .hashKey())
                .isEqualTo("own");
    }

    @Test
    void aKeyVariableThatIsBlankCountsAsNotSet() {
        String text = "{key-variable: CARE_KEY, input: {files: [events.jsonl]}}";

        assertThatThrownBy(() -> JobConfiguration.read("job.yaml", text, Map.of("CARE_KEY", " ")))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("CARE_KEY");
    }

    @Test
    void aPartCanBeReplaced() {
        JobConfiguration configuration = JobConfiguration.replaying("here", List.of("a.jsonl"));
        InputOptions input = new InputOptions(List.of("b.jsonl"), "", null);
        OutputOptions output = new OutputOptions("there", "", "care-", Map.of(), false);

        assertThat(configuration
                        .withInput(input)
                        .withOutput(output)
                        .withTime(TimeOptions.usual().until(7))
                        .withChanges(ChangeOptions.in("changes")))
                .isEqualTo(new JobConfiguration(
                        "here",
                        input,
                        output,
                        TimeOptions.usual().until(7),
                        JobConfiguration.DEMONSTRATION_KEY,
                        ChangeOptions.in("changes")));
    }

    private static JobConfiguration read(String text) {
        return JobConfiguration.read("job.yaml", text, Map.of());
    }
}
