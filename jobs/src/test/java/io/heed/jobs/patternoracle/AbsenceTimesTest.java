package io.heed.jobs.patternoracle;

import static io.heed.jobs.patternoracle.Example.arrives;
import static io.heed.jobs.patternoracle.Example.is;
import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Where Heed differs from plain CEP on purpose.
 *
 * <ul>
 *   <li>A match by an absence comes true at its deadline, start plus window, and has that time whoever is silent. Plain
 *       CEP gives it the time of the event or watermark by which it notices.
 *   <li>Therefore Heed's matches do not depend on its watermarks. Plain CEP notices several absences at once where
 *       watermarks are rare; after-match skips then leave others of them. With a watermark for each millisecond it finds
 *       what Heed finds.
 *   <li>The end of the input is not the end of time: what is due later stays open, while plain CEP has it come true.
 * </ul>
 */
class AbsenceTimesTest {
    private static final Example NO_B_AFTER_A = new Example(
            """
            patterns:
              no-b:
                description: d
                within: 10ms
                stages: [p: {event: letter.a}, q: {not-followed-by: letter.b}]
                among: [letter.c]
            """,
            Pattern.<CareEvent>begin("p")
                    .where(is("a"))
                    .notFollowedBy("q")
                    .where(is("b"))
                    .within(Duration.ofMillis(10)));
    private static final Example SKIPPING = new Example(
            """
            patterns:
              skipping:
                description: d
                within: 10ms
                stages:
                  - p: {event: letter.a, times: 1+}
                  - q: {followed-by-any: letter.b}
                  - r: {not-followed-by: letter.c}
                after-match: skip-to-next
            """,
            Pattern.<CareEvent>begin("p", AfterMatchSkipStrategy.skipToNext())
                    .where(is("a"))
                    .oneOrMore()
                    .followedByAny("q")
                    .where(is("b"))
                    .notFollowedBy("r")
                    .where(is("c"))
                    .within(Duration.ofMillis(10)));

    @Test
    void aSilentCustomersAbsenceHasItsDeadlineAsItsTime() throws Exception {
        List<Step> steps = List.of(arrives("a", 5), new Step.Passes(40));

        assertThat(NO_B_AFTER_A.heed(steps)).containsExactly("15 p=5");
        assertThat(NO_B_AFTER_A.plainCep(steps)).containsExactly("40 p=5");
    }

    @Test
    void anAbsenceThatALaterEventShowsHasItsDeadlineAsItsTime() throws Exception {
        List<Step> steps = List.of(arrives("a", 5), arrives("c", 22), new Step.Passes(40));

        assertThat(NO_B_AFTER_A.heed(steps)).containsExactly("15 p=5");
        assertThat(NO_B_AFTER_A.plainCep(steps)).containsExactly("22 p=5");
    }

    @Test
    void anEventAtTheDeadlineIsTooLateForBoth() throws Exception {
        List<Step> steps = List.of(arrives("a", 5), arrives("b", 15), new Step.Passes(40));

        assertThat(NO_B_AFTER_A.heed(steps)).containsExactly("15 p=5");
        assertThat(NO_B_AFTER_A.plainCep(steps)).containsExactly("15 p=5");
    }

    @Test
    void anAbsenceThatIsNotDueWhenTheInputEndsStaysOpen() throws Exception {
        List<Step> steps = List.of(arrives("a", 5), new Step.Passes(14), new Step.Passes(Long.MAX_VALUE));

        assertThat(NO_B_AFTER_A.heed(steps)).isEmpty();
        assertThat(NO_B_AFTER_A.plainCep(steps)).containsExactly(Long.MAX_VALUE + " p=5");
    }

    @Test
    void whatASkipLeavesDoesNotDependOnWatermarks() throws Exception {
        List<Step> events = List.of(arrives("a", 1), arrives("a", 4), arrives("b", 7), arrives("b", 8));
        List<Step> steps = new ArrayList<>(events);
        steps.add(new Step.Passes(40));
        List<Step> oftener = new ArrayList<>(events);
        for (int time = 0; time <= 40; time++) {
            oftener.add(new Step.Passes(time));
        }

        assertThat(SKIPPING.heed(steps)).containsExactly("11 p=1,4 q=7", "14 p=4 q=7");
        assertThat(SKIPPING.plainCep(oftener)).containsExactly("11 p=1,4 q=7", "14 p=4 q=7");
        assertThat(SKIPPING.plainCep(steps)).containsExactly("40 p=1,4 q=7", "40 p=4 q=8");
    }
}
