package io.heed.replay.simulation;

import static io.heed.replay.simulation.RecordingFiles.text;
import static io.heed.replay.simulation.RecordingFiles.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.heed.events.EventType;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.codec.CloudEventReader;
import io.heed.events.codec.RawRecord;
import io.heed.events.codec.Reading;
import io.heed.events.codec.RecordLimits;
import io.heed.replay.simulation.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    private static final SimulationOptions OPTIONS = SimulationOptions.of(150, 100, 42);
    private static final EventCatalogue CATALOGUE = EventCatalogue.load(Workspace.local(Path.of("..")));

    @TempDir
    private static Path folder;

    private static RecordingFiles recording;

    @BeforeAll
    static void simulate() throws IOException {
        recording = RecordingFiles.simulate(folder.resolve("first"), OPTIONS);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("again");
        Simulation.of(OPTIONS).writeTo(again, SimulationProgress.SILENT);
        for (String file : List.of(Recording.EVENTS, Recording.TRUTH)) {
            assertThat(again.resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
        }
    }

    @Test
    void anotherSeedGivesOtherEvents() throws IOException {
        SimulationOptions other = SimulationOptions.of(20, 30, 43);
        RecordingFiles one = RecordingFiles.simulate(folder.resolve("seed-43"), other);
        RecordingFiles two = RecordingFiles.simulate(folder.resolve("seed-44"), SimulationOptions.of(20, 30, 44));
        assertThat(one.eventLines()).isNotEqualTo(two.eventLines());
    }

    @Test
    void moreCustomersLeaveTheFirstOnesAsTheyWere() throws IOException {
        RecordingFiles few = RecordingFiles.simulate(folder.resolve("few"), SimulationOptions.of(5, 100, 42));
        Set<String> lines = new HashSet<>(recording.eventLines());
        assertThat(few.eventLines()).allMatch(lines::contains);
    }

    @Test
    void eventsAreInOrderOfArrival() {
        List<Instant> arrivals = recording.events().stream()
                .map(event -> time(event, "recordedtime"))
                .toList();
        assertThat(arrivals).isSorted();
    }

    @Test
    void everyEventHappensWithinTheRecordingAndArrivesNotBefore() {
        assertThat(recording.events()).allSatisfy(event -> {
            assertThat(time(event, "time")).isBetween(OPTIONS.start(), OPTIONS.end());
            assertThat(time(event, "recordedtime")).isBetween(time(event, "time"), OPTIONS.end());
        });
    }

    @Test
    void idsAreUnique() {
        assertThat(recording.events().stream().map(event -> text(event, "id")).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyEventIsAcceptedByTheCatalogueWithAllItsFields() {
        CloudEventReader reader = new CloudEventReader(
                CATALOGUE, RecordLimits.startingAt(OPTIONS.end().toEpochMilli()));
        List<String> problems = new ArrayList<>();
        long position = 0;
        for (String line : recording.eventLines()) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            Reading reading = reader.read(new RawRecord("events.jsonl", ++position, RawRecord.NO_TIMESTAMP, bytes));
            if (reading instanceof Reading.Refused refused) {
                problems.add(refused.reason() + ": " + line);
            } else if (reading instanceof Reading.Accepted accepted && accepted.ignoredFields() > 0) {
                problems.add("unknown fields: " + line);
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void onlySlowTypesArriveLateAndNeverLaterThanUsual() {
        assertThat(recording.events()).allSatisfy(event -> {
            EventType type = CATALOGUE.require(text(event, "type"));
            Duration delay = Duration.between(time(event, "time"), time(event, "recordedtime"));
            assertThat(delay.toMillis()).isLessThanOrEqualTo(type.usualDelayMillis());
        });
    }

    @Test
    void roamingArrivesDaysLate() {
        List<Long> hours = recording.eventsOf("usage.roaming").stream()
                .map(event -> Duration.between(time(event, "time"), time(event, "recordedtime"))
                        .toHours())
                .toList();
        assertThat(hours).hasSizeGreaterThan(50).allMatch(late -> late >= 20);
        assertThat(hours).anyMatch(late -> late > 72);
    }

    @Test
    void everyCustomerHasAProfileBeforeAnythingElse() {
        Set<String> known = new HashSet<>();
        for (JsonNode event : recording.events()) {
            String subject = text(event, "subject");
            if (text(event, "type").equals("customer.profile")) {
                known.add(subject);
            } else if (subject.startsWith("C")) {
                assertThat(known).contains(subject);
            }
        }
        assertThat(known).hasSize(OPTIONS.customers());
    }

    @Test
    void theItemsOfABillAddUpToItsAmountAndArrearsAreNoCharge() {
        List<JsonNode> bills = recording.eventsOf("bill.issued");
        assertThat(bills).hasSizeGreaterThan(300);
        for (JsonNode bill : bills) {
            double amount = 0;
            double charges = 0;
            for (JsonNode item : bill.path("data").path("items")) {
                amount += item.path("amount").asDouble();
                charges += text(item, "kind").equals("arrears")
                        ? 0
                        : item.path("amount").asDouble();
            }
            assertThat(bill.path("data").path("amount").asDouble()).isEqualTo(amount, cents());
            assertThat(bill.path("data").path("charges").asDouble()).isEqualTo(charges, cents());
        }
    }

    @Test
    void theSummaryCountsWhatWasWritten() throws IOException {
        SimulationSummary summary = Simulation.of(SimulationOptions.of(10, 40, 3))
                .writeTo(folder.resolve("ten"), SimulationProgress.SILENT);
        RecordingFiles ten = RecordingFiles.read(folder.resolve("ten"));
        assertThat(summary.events()).isEqualTo(ten.events().size());
        assertThat(summary.contactEnds()).isEqualTo(ten.truthOf("contact-end").size());
        assertThat(summary.episodes()).isEqualTo(ten.truthOf("episode").size());
    }

    @Test
    void progressIsToldAfterEachCustomer() throws IOException {
        List<Integer> told = new ArrayList<>();
        Simulation.of(SimulationOptions.of(3, 5, 1)).writeTo(folder.resolve("three"), (done, all) -> told.add(done));
        assertThat(told).containsExactly(1, 2, 3);
    }

    @Test
    void aRecordingReplacesTheOneBefore() throws IOException {
        Path place = folder.resolve("replaced");
        Simulation.of(SimulationOptions.of(30, 30, 1)).writeTo(place, SimulationProgress.SILENT);
        long before = Files.size(place.resolve(Recording.EVENTS));
        Simulation.of(SimulationOptions.of(3, 5, 1)).writeTo(place, SimulationProgress.SILENT);
        assertThat(Files.size(place.resolve(Recording.EVENTS))).isLessThan(before);
    }

    @Test
    void optionsWithoutCustomersAreRefused() {
        assertThatThrownBy(() -> SimulationOptions.of(0, 10, 1)).hasMessage("customers is not in 1..999999: 0");
        assertThatThrownBy(() -> SimulationOptions.of(1, 0, 1)).hasMessage("days is not in 1..3650: 0");
    }

    private static Offset<Double> cents() {
        return Offset.offset(0.005);
    }
}
