package io.heed.patterns.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.patterns.definition.PatternDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextDrawingTest {
    @Test
    void eventsFollowEachOtherBelowTheWindow() {
        PatternDefinition pattern = DrawnPatterns.ofLetters("""
                within: parameters.window
                parameters:
                  window: {type: duration, default: 24h, min: 1h, max: 72h, description: "From one to the other."}
                  least: {type: number, default: 10, min: 0.5, max: 100}
                stages:
                  - first: {event: letter.a, where: "!(first.k in ['x y', 'z']) && first.v >= parameters.least"}
                  - second: {followed-by: [letter.b, letter.c]}
                after-match: skip-past-last-event
                """);

        assertThat(drawn(pattern)).isEqualTo("""
                  ├───────────────── less than 24 hours (parameters.window) ──────────────────┤
                  ╭────────────────────────────────╮                   ╭──────────────────────╮
                  │ first                          │       later       │ second               │
                  │ letter.a                       │ ───── ··· ──────► │ letter.b or letter.c │
                  ├────────────────────────────────┤                   ╰──────────────────────╯
                  │ not (first.k in ['x y', 'z'])  │
                  │ and first.v ≥ parameters.least │
                  ╰────────────────────────────────╯

                  After a match    open matches that began before its last event are dropped (skip-past-last-event)
                  Parameters       least  = 10   (0.5 to 100)
                                   window = 24h  (1h to 3d)    From one to the other.
                """);
    }

    @Test
    void anAbsenceIsCrossedOutUpToItsDeadline() {
        PatternDefinition pattern = DrawnPatterns.ofLetters("""
                within: 30d
                stages:
                  - taken: {event: letter.a}
                  - used: {not-followed-by: letter.b, where: used.k == taken.k}
                """);

        assertThat(drawn(pattern)).isEqualTo("""
                  ├───────────────────────────────────── 30 days ──────────────────────────────────────┤
                  ╭────────────╮                   ╭╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╮                   ┏━━━━━━━━━━━━┓
                  │ taken      │      without      ┆ ✗ used           ┆       until       ┃ ◆ match    ┃
                  │ letter.a   │ ╌╌╌╌╌╌ ✗ ╌╌╌╌╌╌╌► ┆ letter.b         ┆ ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌► ┃ when 30    ┃
                  ╰────────────╯                   ├╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┤                   ┃ days are   ┃
                                                   ┆ used.k = taken.k ┆                   ┃ over       ┃
                                                   ╰╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╯                   ┗━━━━━━━━━━━━┛

                  After a match    other open matches go on (no-skip)
                """);
    }

    @Test
    void aLongPatternGoesOnInAnotherRow() {
        PatternDefinition pattern = DrawnPatterns.ofLetters("""
                within: 90m
                stages:
                  - some: {event: letter.a, times: 2+, each: next, greedy: true, until: {event: letter.d, where: until.v > 1.0}}
                  - help: {next: letter.b}
                  - none: {not-next: letter.c}
                  - each: {followed-by-any: letter.b, optional: true}
                after-match: {skip-to-last: some}
                among: [letter.s]
                """);

        assertThat(drawn(pattern)).isEqualTo("""
                  ├────────────────────── less than 90 minutes ─────────────────────╌╌╌
                  ╭──────────────────────────────────╮                   ╭────────────╮
                  │ some             2 times or more │       next        │ help       │
                  │ letter.a                         │ ━━━━━━━━━━━━━━━━► │ letter.b   │
                  │ each the very next event         │                   ╰────────────╯
                  │ takes what the next stage would  │
                  │ take too                         │
                  │ until letter.d where until.v     │
                  │ > 1.0                            │
                  ╰──────────────────────────────────╯

                  ╌╌╌────────────────────────── less than 90 minutes ────────────────────────────┤
                                     ╭╌╌╌╌╌╌╌╌╌╌╌╌╮    each later     ╭╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╮
                       not next      ┆ ✗ none     ┆         ╭───────► ┆ each                     ┆
                   ━━━━━━ ✗ ━━━━━━━► ┆ letter.c   ┆ ────────┼───────► ┆ letter.b                 ┆
                                     ╰╌╌╌╌╌╌╌╌╌╌╌╌╯         ╰───────► ┆ optional: may be missing ┆
                                                                      ╰╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╯

                  After a match    open matches that began before the last event of some are dropped (skip-to-last)
                  Counts for next  letter.s
                """);
    }

    @Test
    void anArrowMayHaveALimitOfItsOwn() {
        List<Card> cards = List.of(
                new Card(Card.Kind.EVENT, "first", "", "letter.a", List.of(), List.of(), null),
                new Card(
                        Card.Kind.EVENT,
                        "second",
                        "",
                        "letter.b",
                        List.of(),
                        List.of(),
                        new Link(Manner.LATER, "< 2 h")));

        assertThat(TextDrawing.of("", cards, List.of(), List.of()))
                .containsExactly(
                        "  ╭────────────╮                   ╭────────────╮",
                        "  │ first      │       later       │ second     │",
                        "  │ letter.a   │ ───── ··· ──────► │ letter.b   │",
                        "  ╰────────────╯       < 2 h       ╰────────────╯");
    }

    @Test
    void aPatternOfOneEventHasNoWindow() {
        PatternDefinition pattern = DrawnPatterns.ofLetters("stages: [only: {event: letter.a}]");

        assertThat(TextDrawing.of(pattern))
                .containsExactly("  ╭────────────╮", "  │ only       │", "  │ letter.a   │", "  ╰────────────╯");
    }

    @ParameterizedTest
    @MethodSource("io.heed.patterns.drawing.DrawnPatterns#shipped")
    void shippedPatternsFitATerminal(PatternDefinition pattern) {
        assertThat(TextDrawing.of(pattern))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(TextDrawing.COLUMNS))
                .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
    }

    private static String drawn(PatternDefinition pattern) {
        return String.join("\n", TextDrawing.of(pattern)) + "\n";
    }
}
