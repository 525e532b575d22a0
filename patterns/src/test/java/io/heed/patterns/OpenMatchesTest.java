package io.heed.patterns;

import static io.heed.patterns.LetterEvents.letter;
import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.state.MemoryStateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.Deadline;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the stage keeps for a customer, and for how long. */
class OpenMatchesTest {
    private static final String TWO_STAGES = """
            patterns:
              pair:
                description: d
                within: 10s
                open-limit: 3
                stages: [first: {event: letter.a, where: first.v > 0.0}, second: {followed-by: letter.b}]
            """;

    private final Map<String, Long> counts = new TreeMap<>();

    @Test
    void anEventThatBeginsNothingLeavesNoState() {
        PatternHarness harness = PatternHarness.ofLetters(TWO_STAGES)
                .feed(letter("a", "a", 1, 0, null))
                .feed(letter("b", "b", 2, 0, null));

        assertThat(harness.bytes()).isZero();
    }

    @Test
    void aFinishedMatchLeavesNoState() {
        PatternHarness harness = PatternHarness.ofLetters(TWO_STAGES)
                .feed(letter("a", "a", 1, 1, null))
                .feed(letter("b", "b", 2, 0, null));

        assertThat(harness.found()).hasSize(1);
        assertThat(harness.bytes()).isZero();
    }

    @Test
    void aWindowThatEndsLeavesNoState() {
        PatternHarness harness = PatternHarness.ofLetters(TWO_STAGES).feed(letter("a", "a", 1, 1, null));

        assertThat(harness.stage().openMatches()).isEqualTo(Map.of("pair@1", 1));
        assertThat(harness.agenda().open()).containsExactly(new Deadline(10_001, "patterns", "next"));
        assertThat(harness.until(10_001).bytes()).isZero();
    }

    @Test
    void theAgendaHoldsTheEarliestDeadlineOnly() {
        PatternHarness harness = PatternHarness.ofLetters(TWO_STAGES)
                .feed(letter("a", "a1", 1_000, 1, null))
                .feed(letter("a", "a2", 3_000, 1, null));

        assertThat(harness.agenda().next()).isEqualTo(new Deadline(11_000, "patterns", "next"));
        harness.until(11_000);
        assertThat(harness.agenda().open()).containsExactly(new Deadline(13_000, "patterns", "next"));
    }

    @Test
    void theOldestOpenMatchesBeyondTheLimitAreDroppedAndCounted() {
        PatternHarness harness = PatternHarness.ofLetters(TWO_STAGES);
        for (int i = 1; i <= 5; i++) {
            harness.feed(letter("a", "a" + i, i, 1, null));
        }

        assertThat(harness.stage().openMatches()).isEqualTo(Map.of("pair@1", 3));
        assertThat(harness.count("dropped pair@1")).isEqualTo(2);
        assertThat(harness.feed(letter("b", "b", 6, 0, null)).found())
                .containsExactly("6 first=a3 second=b", "6 first=a4 second=b", "6 first=a5 second=b");
        assertThat(harness.bytes()).isZero();
    }

    @Test
    void clearForgetsTheCustomer() {
        PatternHarness harness = PatternHarness.ofLetters(TWO_STAGES).feed(letter("a", "a", 1, 1, null));
        harness.stage().clear();

        assertThat(harness.bytes()).isZero();
        assertThat(harness.agenda().open()).isEmpty();
        assertThat(harness.feed(letter("b", "b", 2, 0, null)).found()).isEmpty();
    }

    @Test
    void customersDoNotShareOpenMatches() {
        PatternHarness harness = PatternHarness.ofLetters(TWO_STAGES);
        harness.customer("one").feed(letter("a", "a", 1, 1, null));
        harness.customer("two").feed(letter("b", "b", 2, 0, null));

        assertThat(harness.found()).isEmpty();
        assertThat(harness.customer("one").feed(letter("b", "b", 2, 0, null)).found())
                .containsExactly("2 first=a second=b");
    }

    @Test
    void openMatchesOfAPatternThatHasGoneAreForgottenAtTheirDeadline() {
        MemoryStateStore memory = new MemoryStateStore();
        RestartedStore store = new RestartedStore(memory);
        Agenda agenda = new Agenda(store);
        stage(store, agenda, TWO_STAGES).onEvent(letter("a", "a", 1, 1, null), Features.NONE);
        PatternStage without = stage(store, agenda, "patterns: {}");

        Deadline due = Objects.requireNonNull(agenda.pollDue(10_001));
        assertThat(without.onDue(due.timeMillis(), anchor -> Features.NONE)).isEmpty();
        assertThat(memory.bytesOf("")).isZero();
    }

    @Test
    void openMatchesOfAnotherStructureAreDroppedAndCounted() {
        MemoryStateStore memory = new MemoryStateStore();
        RestartedStore store = new RestartedStore(memory);
        Agenda agenda = new Agenda(store);
        stage(store, agenda, TWO_STAGES).onEvent(letter("a", "a", 1, 1, null), Features.NONE);
        PatternStage changed = stage(store, agenda, TWO_STAGES.replace("second:", "other:"));

        assertThat(changed.onEvent(letter("b", "b", 2, 0, null), Features.NONE)).isEmpty();
        assertThat(counts).contains(Map.entry("dropped", 1L), Map.entry("open", 0L));
        assertThat(memory.bytesOf("")).isZero();
    }

    private PatternStage stage(RestartedStore store, Agenda agenda, String yaml) {
        PatternDefinitions definitions = PatternDefinitions.read(
                List.of(new DefinitionFile("test.yaml", yaml)), LetterEvents.CATALOGUE, List.of());
        return new PatternStage(
                store,
                agenda.of("patterns"),
                definitions.history(LetterEvents.CATALOGUE),
                LetterEvents.CATALOGUE,
                List.of(),
                (key, figure, more) -> counts.merge(figure.code(), more, Long::sum));
    }
}
