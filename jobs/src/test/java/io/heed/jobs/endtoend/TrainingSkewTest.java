package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CareResult.Predicted;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.training.CustomerSplit;
import io.heed.jobs.training.FeatureColumn;
import io.heed.jobs.training.LabelledDecision;
import io.heed.jobs.training.LabelledDecisions;
import io.heed.jobs.training.TargetColumns;
import io.heed.jobs.training.TrainingSetWriter;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.prediction.FeatureValue;
import io.heed.models.prediction.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a model is trained on is what it is served, bit for bit: the vectors that predictions carry, from a job that crashes
 * and goes on from a checkpoint, against those read back from the Parquet file of an export at another parallelism. The
 * recording has events out of order, copies, equal times, slow sources and erased customers. Customers with events
 * beyond the allowed disorder are left out: what is too late, and known when, is not the same in two runs.
 */
class TrainingSkewTest {
    private static final long STARTED = Instant.parse("2026-11-01T00:00:00Z").toEpochMilli();
    private static final String TARGET = "repeat-contact";

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER = SmallCluster.start();

    @TempDir
    private Path folder;

    @Test
    void servedVectorsEqualExportedOnesBitForBitAcrossARestart() throws Exception {
        SmallTelco telco = SmallTelco.in(folder);
        List<Prediction> served = new ArrayList<>();
        for (CareResult result :
                results(telco, Run.with(2, 1).on("rocksdb").crashingAfter(150), "serving", List.of())) {
            if (result instanceof Predicted predicted
                    && predicted.prediction().target().equals(TARGET)) {
                served.add(predicted.prediction());
            }
        }
        assertThat(Crash.count()).isEqualTo(1);

        WorkspaceSnapshot workspace = WorkspaceFiles.snapshot(SmallTelco.root());
        TargetColumns columns = TargetColumns.of(workspace, TARGET);
        LabelledDecisions exported = new LabelledDecisions();
        results(telco, Run.with(4, 50), "exporting", List.of(TARGET)).forEach(exported::add);
        Map<String, Map<String, Long>> bitsByDecision = readBack(write(exported, columns), columns);

        int compared = 0;
        for (Prediction prediction : served) {
            Map<String, Long> bits = bitsByDecision.get(prediction.customer() + "/" + prediction.eventId());
            if (bits == null || prediction.customer().startsWith(DisturbedRecording.UNPUNCTUAL)) {
                continue;
            }
            compared++;
            for (FeatureValue feature : prediction.features()) {
                assertThat(bits.get(feature.name()))
                        .as("%s of %s at %s", feature.name(), prediction.customer(), prediction.eventId())
                        .isEqualTo(bits(feature.value()));
            }
        }
        assertThat(compared).isGreaterThan(60);
        assertThat(exported.rows(TARGET)).hasSizeGreaterThanOrEqualTo(compared);
    }

    private List<CareResult> results(SmallTelco telco, Run run, String name, List<String> exportedTargets)
            throws Exception {
        StreamExecutionEnvironment environment = run.environment(folder.resolve(name));
        WorkspaceSnapshot workspace = WorkspaceFiles.snapshot(SmallTelco.root());
        DataStream<CareResult> results =
                new ProactiveCareJob(telco.fromFile(), workspace, exportedTargets, STARTED).addTo(environment);
        if (run.crashAfter() > 0) {
            results = results.map(Crash.after(run.crashAfter()))
                    .returns(results.getType())
                    .uid("crash")
                    .name("crash");
        }
        List<CareResult> collected = new ArrayList<>();
        try (CloseableIterator<CareResult> iterator = results.executeAndCollect()) {
            iterator.forEachRemaining(collected::add);
        }
        return collected;
    }

    private Path write(LabelledDecisions exported, TargetColumns columns) throws IOException {
        Path set = folder.resolve("set");
        try (TrainingSetWriter writer =
                new TrainingSetWriter(set, columns, List.of(), new CustomerSplit(0), exported.censored(TARGET))) {
            for (LabelledDecision row : exported.rows(TARGET)) {
                writer.write(row);
            }
        }
        return set.resolve("rows-0.parquet");
    }

    private static Map<String, Map<String, Long>> readBack(Path rows, TargetColumns columns) throws SQLException {
        Map<String, Map<String, Long>> bits = new HashMap<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM read_parquet('" + rows + "')")) {
            while (row.next()) {
                Map<String, Long> values = new HashMap<>();
                for (FeatureColumn column : columns.features()) {
                    double value = row.getDouble(column.name());
                    values.put(column.name(), bits(row.wasNull() ? null : value));
                }
                bits.put(row.getString("customer") + "/" + row.getString("event"), values);
            }
        }
        return bits;
    }

    private static Long bits(Double value) {
        return value == null ? Long.MIN_VALUE : Double.doubleToRawLongBits(value);
    }
}
