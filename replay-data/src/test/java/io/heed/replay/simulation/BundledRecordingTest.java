package io.heed.replay.simulation;

import static io.heed.replay.simulation.RecordingFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.heed.replay.simulation.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledRecordingTest {
    private static final Path BUNDLED = Path.of("recordings", "telco");
    private static final long TEN_MEGABYTES = 10_000_000;
    private static RecordingFiles recording;

    @BeforeAll
    static void read() throws IOException {
        recording = RecordingFiles.read(BUNDLED);
    }

    @Test
    void itIsAtMostTenMegabytes() throws IOException {
        long size = Files.size(BUNDLED.resolve(Recording.EVENTS)) + Files.size(BUNDLED.resolve(Recording.TRUTH));
        assertThat(size).isLessThanOrEqualTo(TEN_MEGABYTES);
    }

    @Test
    void itHasAtMostTenThousandMessages() {
        assertThat(recording.truthOf("message")).hasSizeBetween(5_000, 10_000);
    }

    @Test
    void itHasTwoThousandCustomersForTwoHundredAndFortyDays() {
        SimulationOptions options = SimulationOptions.bundled();
        assertThat(options.customers()).isEqualTo(2_000);
        assertThat(options.days()).isEqualTo(240);
        Set<String> customers = new HashSet<>();
        recording.eventsOf("customer.profile").forEach(profile -> customers.add(text(profile, "subject")));
        assertThat(customers).hasSize(2_000);
    }

    /** The first customers stand for all: each is simulated from the seed and a number alone. */
    @Test
    void itIsWhatTheSimulatorGives(@TempDir Path folder) throws IOException {
        SimulationOptions bundled = SimulationOptions.bundled();
        RecordingFiles few = RecordingFiles.simulate(folder, SimulationOptions.of(60, bundled.days(), bundled.seed()));
        assertThat(missing(few.eventLines(), recording.eventLines())).isEmpty();
        List<JsonNode> truth = few.truth().subList(1, few.truth().size());
        assertThat(missing(truth, recording.truth())).isEmpty();
    }

    private static <T> List<T> missing(List<T> expected, List<T> actual) {
        Set<T> known = new HashSet<>(actual);
        return expected.stream().filter(line -> !known.contains(line)).toList();
    }
}
