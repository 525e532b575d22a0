package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.jobs.change.ChangeFolder;
import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.models.prediction.Arms;
import io.heed.models.repository.Aliases;
import io.heed.models.repository.Aliases.Share;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of a model are exchanged while the job runs: every decision is scored by those of its time, and no others. */
class ModelChangesTest {
    private static final String MODEL = "repeat-contact";
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER = SmallCluster.start();

    @TempDir
    private static Path shared;

    private static JobConfiguration job;
    private static Outcome expected;
    private static final NavigableMap<String, Aliases> SERVING = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void runOnceBefore() throws Exception {
        if (expected == null) {
            SmallTelco telco = SmallTelco.in(shared);
            CopiedWorkspace workspace = CopiedWorkspace.of(SmallTelco.root(), shared.resolve("workspace"));
            workspace.makeVersion(MODEL, 1, 2, "explain-from", "explain-from");
            workspace.makeVersion(MODEL, 1, 3, "threshold: 0.", "threshold: 0.0");
            workspace.makeVersion(MODEL, 1, 4, "- name: contacts_7d\n", "- name: contacts_8d\n");
            Path changes = changes(workspace);
            job = JobConfiguration.replaying(
                            workspace.folder().toString(),
                            List.of(telco.recording().toString()))
                    .withChanges(ChangeOptions.in(changes.toString()));
            expected = Outcome.of(job, Run.with(1, 200), shared.resolve("expected"));
        }
    }

    private static Path changes(CopiedWorkspace workspace) throws IOException {
        ChangeFolder log = new ChangeFolder(shared.resolve("changes"));
        SERVING.put("2000-01-01T00:00:00Z", Aliases.champion(1));
        deploy(log, workspace, 1, "2026-01-15T00:00:00Z", new Aliases(1, null, List.of(new Share(2, 1))));
        deploy(
                log,
                workspace,
                2,
                "2026-01-30T12:00:00Z",
                new Aliases(1, new Share(2, 0.4), List.of(new Share(3, 0.5))));
        deploy(log, workspace, 3, "2026-02-14T00:00:00Z", new Aliases(2, null, List.of()));
        log.append(entry(
                4,
                "2026-02-20T00:00:00Z",
                "target: repeat-contact\nchampion: 3\nhashes: {3: \"of other content\"}\nfeatures: [contacts_7d]\n"));
        deploy(log, workspace, 5, "2026-03-01T00:00:00Z", new Aliases(3, new Share(1, 0.1), List.of()));
        deploy(log, workspace, 6, "2026-03-05T00:00:00Z", Aliases.champion(1));
        return shared.resolve("changes");
    }

    private static void deploy(ChangeFolder log, CopiedWorkspace workspace, int version, String at, Aliases aliases)
            throws IOException {
        log.append(entry(version, at, workspace.deployment(MODEL, aliases)));
        SERVING.put(at, aliases);
    }

    private static String entry(int version, String at, String deployment) {
        return "{kind: model, name: " + MODEL + ", action: apply, version: " + version + ", at: " + at
                + ", definition: \"" + deployment.replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
    }

    @Test
    void everyDecisionIsScoredByTheVersionsOfItsTimeInTheArmOfItsCustomer() throws Exception {
        List<String> found = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        List<String> ofModel = expected.lines("predictions").stream()
                .filter(line -> line.contains("\"model\":\"" + MODEL + "\""))
                .toList();
        for (String line : ofModel) {
            JsonNode prediction = JSON.readTree(line);
            found.add(key(prediction) + " " + prediction.path("version").asInt() + " "
                    + prediction.path("arm").asText());
        }
        for (String line : ofModel) {
            JsonNode prediction = JSON.readTree(line);
            if (!prediction.path("arm").asText().equals("shadow")) {
                wanted.addAll(due(prediction));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
        for (String part :
                List.of(" 1 champion", " 2 shadow", " 2 challenger", " 3 shadow", " 2 champion", " 3 champion")) {
            assertThat(found).as(part).anySatisfy(key -> assertThat(key).endsWith(part));
        }
    }

    private static List<String> due(JsonNode prediction) {
        Aliases aliases = SERVING.floorEntry(prediction.path("time").asText()).getValue();
        String customer = prediction.path("customer").asText();
        List<String> due = new ArrayList<>();
        Share challenger = aliases.challenger();
        boolean challenged = challenger != null && Arms.position(MODEL, customer) < challenger.share();
        due.add(key(prediction)
                + (challenged ? " " + challenger.version() + " challenger" : " " + aliases.champion() + " champion"));
        for (Share shadow : aliases.shadows()) {
            if (shadow.share() >= 1 || Arms.position(MODEL + "/shadow", customer) < shadow.share()) {
                due.add(key(prediction) + " " + shadow.version() + " shadow");
            }
        }
        return due;
    }

    private static String key(JsonNode prediction) {
        return prediction.path("time").asText() + " "
                + prediction.path("customer").asText() + " "
                + prediction.path("event").asText();
    }

    @Test
    void aDeploymentOfOtherContentThanWhatLiesInTheRepositoryIsRefusedAndWhatServedGoesOn() throws Exception {
        assertThat(expected.lines("changes"))
                .filteredOn(line -> line.contains("\"outcome\":\"refused\""))
                .singleElement()
                .asString()
                .contains("\"change\":4", "but what was deployed has of other content");
    }

    @ParameterizedTest
    @CsvSource({"2, 7, rocksdb", "4, 50, hashmap"})
    void theSameChangesGiveTheSameScores(int parallelism, int watermarkMillis, String backend) throws Exception {
        assertSame(Outcome.of(job, Run.with(parallelism, watermarkMillis).on(backend), folder));
    }

    @Test
    void aCrashWhileVersionsAreExchangedGivesTheSameScores() throws Exception {
        int swapped = swapInTheMiddle();
        Outcome outcome = Outcome.of(job, Run.with(2, 1).crashingAfter(swapped), folder);

        assertThat(Crash.count()).isEqualTo(1);
        assertSame(outcome);
    }

    /** About how many results the job has given when the challenger comes in. */
    private static int swapInTheMiddle() throws Exception {
        int before = 0;
        for (String output : List.of("predictions", "decisions", "matches", "triggers")) {
            for (String line : expected.lines(output)) {
                String time = line.replaceFirst(".*\"(?:time|decidedAt)\":\"([^\"]*)\".*", "$1");
                before += time.compareTo("2026-01-30T12") < 0 ? 1 : 0;
            }
        }
        return Math.max(50, before);
    }

    private static void assertSame(Outcome outcome) throws Exception {
        for (String output : List.of("triggers", "decisions", "predictions", "changes")) {
            assertThat(outcome.guaranteed(output)).as(output).isEqualTo(expected.guaranteed(output));
        }
        assertThat(outcome.accountedFor()).isEqualTo(outcome.count("records"));
    }
}
