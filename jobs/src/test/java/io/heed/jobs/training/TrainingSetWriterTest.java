package io.heed.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.models.label.TrainingRow;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSetWriterTest {
    private static final List<FeatureColumn> COLUMNS =
            List.of(new FeatureColumn("calls_24h", "aaa", "calls"), new FeatureColumn("bill_ratio", "bbb", ""));
    private static final CustomerSplit ALL_TEST = new CustomerSplit(1);

    @TempDir
    Path folder;

    @Test
    void everyRowIsReadBackWithNullsWhereAFeatureWasAbsent() throws IOException, SQLException {
        write(
                new TrainingRow("repeat", "C1", 1_772_359_200_000L, "E1", List.of(2.0, Double.NaN), true, "treated", 2),
                new TrainingRow("repeat", "C2", 5, "E2", List.of(Double.NaN, 1.25), false, "control", 0));

        assertThat(query("customer, time, event, split, label, arm, treatment, calls_24h, bill_ratio"))
                .containsExactly(
                        "C1|1772359200000|E1|test|1|treated|true|2.0|null", "C2|5|E2|test|0|control|false|null|1.25");
    }

    @Test
    void theManifestSaysWhatTheColumnsAreAndHowManyRowsThereAre() throws IOException {
        write(
                new TrainingRow("repeat", "C1", 1, "E1", List.of(1.0, 1.0), true, "treated", 2),
                new TrainingRow("repeat", "C1", 2, "E2", List.of(1.0, 1.0), true, "treated", 0),
                new TrainingRow("repeat", "C2", 3, "E3", List.of(1.0, 1.0), false, "treated", 0));

        JsonNode manifest = manifest();
        assertThat(manifest.path("target").asText()).isEqualTo("repeat");
        assertThat(manifest.path("recording").asText()).isEqualTo("events.jsonl");
        assertThat(manifest.path("features").toString())
                .isEqualTo("[{\"name\":\"calls_24h\",\"definition\":\"aaa\",\"unit\":\"calls\"},"
                        + "{\"name\":\"bill_ratio\",\"definition\":\"bbb\",\"unit\":\"\"}]");
        assertThat(manifest.path("counts").toString())
                .isEqualTo("{\"positive\":2,\"rows\":3,\"test\":3,\"treated\":1}");
    }

    @Test
    void aSetWithoutRowsHasItsColumnsAllTheSame() throws IOException, SQLException {
        write();

        assertThat(query("count(calls_24h)")).containsExactly("0");
        assertThat(manifest().path("counts")).isEmpty();
    }

    @Test
    void writingAgainReplacesTheRows() throws IOException, SQLException {
        write(new TrainingRow("repeat", "C1", 1, "E1", List.of(1.0, 1.0), true, "treated", 0));
        write(new TrainingRow("repeat", "C9", 1, "E9", List.of(1.0, 1.0), true, "treated", 0));

        assertThat(query("customer")).containsExactly("C9");
    }

    private void write(TrainingRow... rows) throws IOException {
        try (TrainingSetWriter writer = new TrainingSetWriter(set(), "repeat", "events.jsonl", COLUMNS, ALL_TEST)) {
            for (TrainingRow row : rows) {
                writer.write(row);
            }
            assertThat(writer.rows()).isEqualTo(rows.length);
        }
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
