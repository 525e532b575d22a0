package io.heed.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.customer.CareResult.Labelled;
import io.heed.jobs.customer.CareResult.Sliced;
import io.heed.models.label.SlicedDecision;
import io.heed.models.label.TrainingRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledDecisionsTest {
    @Test
    void rowsGetTheSlicesOfTheirDecisionAndAreInAFixedOrder() {
        LabelledDecisions decisions = new LabelledDecisions();
        decisions.add(new Sliced(new SlicedDecision("again", "C2", 5, "E2", List.of("chat"))));
        decisions.add(new Sliced(new SlicedDecision("again", "C1", 7, "E1", List.of("phone"))));
        decisions.add(new Labelled(row("C2", 5, "E2")));
        decisions.add(new Labelled(row("C1", 7, "E1")));

        assertThat(decisions.rows("again"))
                .containsExactly(
                        new LabelledDecision(row("C1", 7, "E1"), List.of("phone")),
                        new LabelledDecision(row("C2", 5, "E2"), List.of("chat")));
    }

    @Test
    void decisionsWithoutALabelAreCountedByTarget() {
        LabelledDecisions decisions = new LabelledDecisions();
        decisions.add(new Sliced(new SlicedDecision("again", "C1", 5, "E1", List.of())));
        decisions.add(new Sliced(new SlicedDecision("again", "C1", 6, "E2", List.of())));
        decisions.add(new Sliced(new SlicedDecision("other", "C1", 6, "E2", List.of())));
        decisions.add(new Labelled(row("C1", 5, "E1")));

        assertThat(decisions.censored("again")).isEqualTo(1);
        assertThat(decisions.censored("other")).isEqualTo(1);
    }

    private static TrainingRow row(String customer, long timeMillis, String event) {
        return new TrainingRow("again", customer, timeMillis, event, List.of(1.0), true, "treated", 0);
    }
}
