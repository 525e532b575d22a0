package io.heed.replay.simulation;

import static io.heed.replay.simulation.RecordingFiles.text;
import static io.heed.replay.simulation.RecordingFiles.time;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.heed.replay.simulation.life.Treatment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedCausesTest {
    private static final SimulationOptions OPTIONS = SimulationOptions.of(600, 150, 5);

    @TempDir
    private static Path folder;

    private static RecordingFiles recording;

    @BeforeAll
    static void simulate() throws IOException {
        recording = RecordingFiles.simulate(folder.resolve("untreated"), OPTIONS);
    }

    @Test
    void everyCauseIsThere() {
        Set<String> causes = new HashSet<>();
        recording.truthOf("episode").forEach(episode -> causes.add(text(episode, "cause")));
        assertThat(causes)
                .containsExactlyInAnyOrder(
                        "roaming-charges",
                        "data-overage",
                        "purchases",
                        "promotion-ended",
                        "plan-changed",
                        "add-on-bought",
                        "first-bill",
                        "annual-charge",
                        "wrong-bill",
                        "payment-failed",
                        "balance-gone",
                        "forgotten-add-on",
                        "outage",
                        "poor-coverage",
                        "failing-form",
                        "shop-error",
                        "unsolved-contact",
                        "question");
    }

    @Test
    void aBillHigherThanUsualByAThirdHasACauseThatNamesIt() {
        Set<String> explained = new HashSet<>();
        for (JsonNode episode : recording.truthOf("episode")) {
            episode.path("bills").forEach(bill -> explained.add(text(bill, "bill")));
        }
        List<String> spikes = spikes();
        assertThat(spikes).hasSizeGreaterThan(150);
        long known = spikes.stream().filter(explained::contains).count();
        assertThat(known / (double) spikes.size()).isGreaterThan(0.97);
    }

    private static List<String> spikes() {
        Map<String, ArrayDeque<Double>> lastThree = new HashMap<>();
        return recording.events().stream()
                .filter(event -> Set.of("bill.issued", "snapshot.bill").contains(text(event, "type")))
                .map(event -> event.path("data"))
                .filter(bill -> {
                    var earlier = lastThree.computeIfAbsent(text(bill, "account"), id -> new ArrayDeque<>());
                    double charges = bill.path("charges").asDouble();
                    double mean = earlier.stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElse(charges);
                    earlier.add(charges);
                    if (earlier.size() > 3) {
                        earlier.remove();
                    }
                    return charges > 1.33 * mean && charges - mean > 10;
                })
                .map(bill -> text(bill, "bill"))
                .toList();
    }

    @Test
    void aForgottenAddOnIsNotUsedUntilItsEpisodeEnds() {
        Map<String, Set<Instant>> uses = new HashMap<>();
        for (JsonNode event : recording.events()) {
            boolean use = text(event, "type").equals("addon.used")
                    || text(event, "type").startsWith("usage.");
            if (use && event.path("data").has("addon")) {
                uses.computeIfAbsent(text(event.path("data"), "addon"), id -> new HashSet<>())
                        .add(time(event, "time"));
            }
        }
        List<JsonNode> forgotten = recording.episodes("forgotten-add-on");
        assertThat(forgotten).hasSizeGreaterThan(40);
        for (JsonNode episode : forgotten) {
            Instant from = time(episode, "from").plus(Duration.ofDays(5));
            Instant until = episode.has("until") ? time(episode, "until") : OPTIONS.end();
            assertThat(uses.getOrDefault(text(episode.path("facts"), "addon"), Set.of()))
                    .as("%s", episode)
                    .noneMatch(use -> use.isAfter(from) && use.isBefore(until));
        }
    }

    @Test
    void theContactsOfAnEpisodeAreInTheStream() {
        Map<String, Instant> opened = new HashMap<>();
        for (JsonNode event : recording.events()) {
            if (Set.of("call.started", "chat.started", "social.posted").contains(text(event, "type"))) {
                opened.put(text(event.path("data"), "conversation"), time(event, "time"));
            }
        }
        int contacts = 0;
        for (JsonNode episode : recording.truthOf("episode")) {
            for (JsonNode contact : episode.path("contacts")) {
                contacts++;
                assertThat(opened.get(text(contact, "conversation"))).isEqualTo(time(contact, "time"));
            }
        }
        assertThat(contacts).isGreaterThan(800);
    }

    @Test
    void contactsAboutAnOutageBeginMostlyWhileItLasts() {
        List<JsonNode> outages = recording.episodes("outage");
        long during = 0;
        long all = 0;
        for (JsonNode episode : outages) {
            for (JsonNode contact : episode.path("contacts")) {
                all++;
                during += time(contact, "time").isBefore(time(episode, "until")) ? 1 : 0;
            }
        }
        assertThat(all).isGreaterThan(50);
        assertThat(during / (double) all).isGreaterThan(0.5);
    }

    @Test
    void someClosingsNoteTheWrongTopic() {
        Map<String, String> reasons = new HashMap<>();
        recording.truthOf("message").forEach(said -> reasons.put(text(said, "conversation"), text(said, "reason")));
        List<JsonNode> closings = recording.eventsOf("chat.closed").stream()
                .map(event -> event.path("data"))
                .filter(closed -> reasons.containsKey(text(closed, "conversation")))
                .toList();
        long wrong = closings.stream()
                .filter(closed -> !text(closed, "topic").equals(reasons.get(text(closed, "conversation"))))
                .count();
        assertThat(wrong / (double) closings.size()).isBetween(0.05, 0.2);
    }

    @Test
    void careBeforeAContactPreventsManyOfThem() throws IOException {
        Set<String> causes = Set.of("failing-form", "payment-failed", "balance-gone", "shop-error");
        List<Treatment> treatments = recording.truthOf("episode").stream()
                .filter(episode -> causes.contains(text(episode, "cause")))
                .map(episode -> new Treatment(
                        text(episode, "customer"),
                        time(episode, "from").plusSeconds(1),
                        "test-play",
                        text(episode, "cause")))
                .toList();
        RecordingFiles treated = RecordingFiles.simulate(folder.resolve("treated"), OPTIONS.withTreatments(treatments));
        long before = firstContacts(recording, causes);
        long after = firstContacts(treated, causes);
        assertThat(before).isGreaterThan(100);
        assertThat(after).isLessThan((long) (0.7 * before));
        assertThat(treated.eventsOf("care.outcome")).hasSizeGreaterThan(100);
    }

    private static long firstContacts(RecordingFiles files, Set<String> causes) {
        return files.truthOf("episode").stream()
                .filter(episode -> causes.contains(text(episode, "cause")))
                .filter(episode -> !episode.path("contacts").isEmpty())
                .count();
    }
}
