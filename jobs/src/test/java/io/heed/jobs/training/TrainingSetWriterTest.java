package io.heed.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.models.label.TrainingRow;
import io.heed.models.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSetWriterTest {
    private static final TargetColumns COLUMNS = new TargetColumns(
            new Target(
                    "repeat",
                    "Again?",
                    "call.ended",
                    List.of("call.started"),
                    10,
                    null,
                    Long.MIN_VALUE,
                    Long.MAX_VALUE,
                    List.of("calls_24h", "bill_ratio"),
                    new TreeMap<>(Map.of("channel", "event.channel"))),
            List.of(new FeatureColumn("calls_24h", "aaa", "calls"), new FeatureColumn("bill_ratio", "bbb", "")));
    private static final Split ALL_TEST = new CustomerSplit(1);

    @TempDir
    Path folder;

    @Test
    void everyRowIsReadBackWithNullsWhereAFeatureWasAbsent() throws IOException, SQLException {
        write(
                ALL_TEST,
                new TrainingRow("repeat", "C1", 1_772_359_200_000L, "E1", List.of(2.0, Double.NaN), true, "treated", 2),
                new TrainingRow("repeat", "C2", 5, "E2", List.of(Double.NaN, 1.25), false, "control", 0));

        assertThat(query("customer, time, event, split, label, arm, treatment, channel, calls_24h, bill_ratio"))
                .containsExactly(
                        "C1|1772359200000|E1|test|1|treated|true|phone|2.0|null",
                        "C2|5|E2|test|0|control|false|phone|null|1.25");
    }

    @Test
    void theManifestSaysWhatTheColumnsAreWhereTheyComeFromAndHowManyRowsThereAre() throws IOException {
        write(
                ALL_TEST,
                new TrainingRow("repeat", "C1", 1_000, "E1", List.of(1.0, 1.0), true, "treated", 2),
                new TrainingRow("repeat", "C1", 2_000, "E2", List.of(1.0, 1.0), true, "treated", 0),
                new TrainingRow("repeat", "C2", 3_000, "E3", List.of(1.0, 1.0), false, "treated", 0));

        JsonNode manifest = manifest();
        assertThat(manifest.path("target").asText()).isEqualTo("repeat");
        assertThat(manifest.path("horizon").asText()).isEqualTo("10ms");
        assertThat(manifest.path("heed").asText()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(manifest.path("recording").toString())
                .isEqualTo("[{\"name\":\"events.jsonl\",\"sha256\":\"ab12\"}]");
        assertThat(manifest.path("split").toString()).isEqualTo("{\"rule\":\"customer\",\"testShare\":1.0}");
        assertThat(manifest.path("from").asText()).isEqualTo("1970-01-01T00:00:01Z");
        assertThat(manifest.path("until").asText()).isEqualTo("1970-01-01T00:00:03Z");
        assertThat(manifest.path("features").toString())
                .isEqualTo("[{\"name\":\"calls_24h\",\"definition\":\"aaa\",\"unit\":\"calls\"},"
                        + "{\"name\":\"bill_ratio\",\"definition\":\"bbb\",\"unit\":\"\"}]");
        assertThat(manifest.path("slices").toString())
                .isEqualTo("[{\"name\":\"channel\",\"expression\":\"event.channel\"}]");
        assertThat(manifest.path("counts").toString())
                .isEqualTo("{\"censored\":4,\"gap\":0,\"positive\":2,\"rows\":3,\"test\":3,\"train\":0,\"treated\":1}");
    }

    @Test
    void rowsWhoseLabelMaturesOnlyAfterTheCutStayInTheFileAsTheGap() throws IOException, SQLException {
        List<TrainingRow> rows = new ArrayList<>();
        for (int time : new int[] {0, 5, 9, 15, 20, 25}) {
            rows.add(new TrainingRow("repeat", "C1", time, "E" + time, List.of(1.0, 1.0), false, "treated", 0));
        }

        write(TimeSplit.of(rows, 0.34, 10), rows.toArray(TrainingRow[]::new));

        assertThat(query("time, split")).containsExactly("0|train", "5|gap", "9|gap", "15|test", "20|test", "25|test");
        assertThat(manifest().path("split").toString())
                .isEqualTo("{\"rule\":\"time\",\"testShare\":0.34,\"cut\":\"1970-01-01T00:00:00.015Z\"}");
        assertThat(manifest().path("counts").path("gap").asInt()).isEqualTo(2);
    }

    @Test
    void aSetWithoutRowsHasItsColumnsAllTheSame() throws IOException, SQLException {
        write(ALL_TEST);

        assertThat(query("count(calls_24h)")).containsExactly("0");
        assertThat(manifest().path("counts").path("rows").asInt()).isZero();
        assertThat(manifest().has("from")).isFalse();
    }

    @Test
    void writingAgainReplacesTheRows() throws IOException, SQLException {
        write(ALL_TEST, new TrainingRow("repeat", "C1", 1, "E1", List.of(1.0, 1.0), true, "treated", 0));
        write(ALL_TEST, new TrainingRow("repeat", "C9", 1, "E9", List.of(1.0, 1.0), true, "treated", 0));

        assertThat(query("customer")).containsExactly("C9");
    }

    private void write(Split split, TrainingRow... rows) throws IOException {
        List<RecordingFile> recording = List.of(new RecordingFile("events.jsonl", "ab12"));
        TrainingSetWriter writer = new TrainingSetWriter(set(), COLUMNS, recording, split, 4);
        try (writer) {
            for (TrainingRow row : rows) {
                writer.write(new LabelledDecision(row, List.of("phone")));
            }
        }
        assertThat(writer.counts()).containsEntry("rows", (long) rows.length);
    }

    private JsonNode manifest() throws IOException {
        return new ObjectMapper().readTree(Files.readString(set().resolve("manifest.json")));
    }

    private Path set() {
        return folder.resolve("sets/repeat");
    }

    /** The selected columns of each row, joined with bars, as another program reads them. */
    private List<String> query(String columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        String sql = "SELECT " + columns + " FROM read_parquet('" + set().resolve("rows-0.parquet") + "')";
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }
}
