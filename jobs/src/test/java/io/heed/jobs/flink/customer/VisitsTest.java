package io.heed.jobs.flink.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private final Visits visits = new Visits();

    @Test
    void nobodyIsVisitedBeforeTheTimeHasCome() {
        visits.announce(100, "kept");
        visits.begin(99, state -> List.of("a"));

        assertThat(visits.areWaiting()).isFalse();
    }

    @Test
    void everybodyWhoHasTheStateIsVisitedOnce() {
        visits.announce(100, "kept");
        visits.begin(100, state -> state.equals("kept") ? List.of("a", "b") : List.of());

        assertThat(visits.next()).isEqualTo("a");
        assertThat(visits.open()).isEqualTo(Map.of(100L, "kept"));
        assertThat(visits.next()).isEqualTo("b");
        assertThat(visits.areWaiting()).isFalse();
        assertThat(visits.open()).isEmpty();
    }

    @Test
    void whatHasNobodyIsDoneAtOnce() {
        visits.announce(100, "kept");
        visits.begin(100, state -> List.of());

        assertThat(visits.open()).isEmpty();
    }

    @Test
    void theNextRoundBeginsWhenTheOneBeforeHasEnded() {
        visits.announce(100, "kept");
        visits.announce(200, "kept");
        visits.begin(300, state -> List.of("a"));
        visits.begin(300, state -> List.of("b"));

        assertThat(visits.next()).isEqualTo("a");
        visits.begin(300, state -> List.of("b"));
        assertThat(visits.next()).isEqualTo("b");
        assertThat(visits.open()).isEmpty();
    }
}
