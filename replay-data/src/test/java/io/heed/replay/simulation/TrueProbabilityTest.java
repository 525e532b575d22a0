package io.heed.replay.simulation;

import static io.heed.replay.simulation.RecordingFiles.text;
import static io.heed.replay.simulation.RecordingFiles.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrueProbabilityTest {
    private static final Duration HORIZON = Duration.ofHours(24);
    private static final Duration BILL_HORIZON = Duration.ofDays(3);
    private static final Set<String> OPENINGS = Set.of("call.started", "chat.started", "social.posted");

    @TempDir
    private static Path folder;

    private static RecordingFiles recording;
    private static List<JsonNode> contactEnds;
    private static List<JsonNode> bills;

    @BeforeAll
    static void simulate() throws IOException {
        recording = RecordingFiles.simulate(folder, SimulationOptions.of(1_200, 180, 11));
        contactEnds = recording.truthOf("contact-end").stream()
                .filter(end -> end.path("complete").asBoolean())
                .toList();
        bills = recording.truthOf("bill");
    }

    @Test
    void theOutcomeIsWhatTheStreamShows() {
        Map<String, List<JsonNode>> openings = openings();
        assertThat(contactEnds).hasSizeGreaterThan(1_500);
        for (JsonNode end : contactEnds) {
            Instant from = time(end, "time");
            Set<String> own = new HashSet<>();
            end.path("conversations").forEach(conversation -> own.add(conversation.asText()));
            boolean shown = openings.getOrDefault(text(end, "customer"), List.of()).stream()
                    .filter(event -> !own.contains(text(event.path("data"), "conversation")))
                    .map(event -> time(event, "time"))
                    .anyMatch(start -> start.isAfter(from) && !start.isAfter(from.plus(HORIZON)));
            assertThat(shown).as("%s", end).isEqualTo(end.path("repeated").asBoolean());
        }
    }

    @Test
    void whatFollowsABillIsWhatTheStreamShows() {
        Map<String, List<JsonNode>> openings = openings();
        assertThat(bills).hasSizeGreaterThan(7_000);
        long wrong = bills.stream()
                .filter(bill -> openings.getOrDefault(text(bill, "customer"), List.of()).stream()
                                .map(event -> time(event, "time"))
                                .anyMatch(start -> start.isAfter(time(bill, "arrived"))
                                        && !start.isAfter(time(bill, "time").plus(BILL_HORIZON)))
                        != bill.path("contacted").asBoolean())
                .count();
        assertThat(wrong).isLessThan(bills.size() / 1_000); // a redial after the arrival belongs to the contact before
    }

    @Test
    void aRepeatNeverComesSoSoonThatItWouldBeTheSameContact() {
        List<JsonNode> repeats = contactEnds.stream()
                .filter(end -> end.path("repeated").asBoolean())
                .toList();
        assertThat(repeats)
                .isNotEmpty()
                .allSatisfy(end -> assertThat(Duration.between(time(end, "time"), time(end, "repeatedAt")))
                        .isGreaterThan(Duration.ofMinutes(30)));
    }

    @Test
    void probabilitiesAreCalibrated() {
        assertCalibrated(contactEnds);
        assertCalibrated(bills);
    }

    private static void assertCalibrated(List<JsonNode> decisions) {
        List<JsonNode> sorted = decisions.stream()
                .sorted(Comparator.comparingDouble(TrueProbabilityTest::probability))
                .toList();
        int fifth = sorted.size() / 5;
        for (int i = 0; i < 5; i++) {
            List<JsonNode> part = sorted.subList(i * fifth, (i + 1) * fifth);
            double expected = part.stream()
                    .mapToDouble(TrueProbabilityTest::probability)
                    .average()
                    .orElseThrow();
            double deviation = Math.sqrt(expected * (1 - expected) / fifth);
            assertThat(rate(part)).isEqualTo(expected, within(4 * deviation));
        }
    }

    @Test
    void theCeilingLeavesAModelRoomToBeGoodAndWrong() {
        assertThat(auc(contactEnds)).isBetween(0.75, 0.87);
        assertThat(rate(contactEnds)).isBetween(0.1, 0.3);
        assertThat(auc(bills)).isBetween(0.8, 0.92);
        assertThat(rate(bills)).isBetween(0.04, 0.08);
    }

    private static double probability(JsonNode end) {
        return end.path("probability").asDouble();
    }

    private static double rate(List<JsonNode> ends) {
        return ends.stream().filter(TrueProbabilityTest::happened).count() / (double) ends.size();
    }

    /** Whether the contact came that the probability is of. */
    private static boolean happened(JsonNode decision) {
        return decision.path("repeated").asBoolean()
                || decision.path("contacted").asBoolean();
    }

    private static Map<String, List<JsonNode>> openings() {
        Map<String, List<JsonNode>> openings = new HashMap<>();
        for (JsonNode event : recording.events()) {
            boolean inbound = text(event.path("data"), "direction").equals("inbound");
            if (OPENINGS.contains(text(event, "type")) && inbound) {
                openings.computeIfAbsent(text(event, "subject"), id -> new ArrayList<>())
                        .add(event);
            }
        }
        return openings;
    }

    /** How often a repeated contact has a higher probability than one that was not; ties count half. */
    private static double auc(List<JsonNode> ends) {
        double wins = 0;
        long pairs = 0;
        for (JsonNode repeated : ends) {
            if (!happened(repeated)) {
                continue;
            }
            for (JsonNode single : ends) {
                if (!happened(single)) {
                    int order = Double.compare(probability(repeated), probability(single));
                    wins += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }
}
