package io.heed.jobs.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.backtest.Comparison.Customer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final long HOUR = 3_600_000;
    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

    @Test
    void theSameCustomerAndFirstEventAreTheSameWheneverItCameTrue() {
        Comparison comparison = Comparison.of(
                List.of(trigger("C1", "bill-1", 0), trigger("C2", "bill-2", 1), trigger("C3", "bill-3", 2)),
                List.of(trigger("C1", "bill-1", -5), trigger("C2", "bill-2", 0), trigger("C4", "bill-4", 3)));

        assertThat(comparison.before()).isEqualTo(3);
        assertThat(comparison.after()).isEqualTo(3);
        assertThat(comparison.same()).hasSize(2);
        assertThat(comparison.lost()).containsExactly(trigger("C3", "bill-3", 2));
        assertThat(comparison.gained()).containsExactly(trigger("C4", "bill-4", 3));
        assertThat(comparison.medianLaterMillis()).isEqualTo(-HOUR);
        assertThat(comparison.isUnchanged()).isFalse();
    }

    @Test
    void ofSeveralWithOneFirstEventTheEarliestGoTogether() {
        Comparison comparison = Comparison.of(
                List.of(trigger("C1", "chat", 0), trigger("C1", "chat", 1), trigger("C1", "chat", 2)),
                List.of(trigger("C1", "chat", 0), trigger("C1", "chat", 1)));

        assertThat(comparison.same()).hasSize(2);
        assertThat(comparison.lost()).containsExactly(trigger("C1", "chat", 2));
        assertThat(comparison.gained()).isEmpty();
    }

    @Test
    void aCustomerGainsOnlyWhereTheOtherSideHasNothing() {
        Comparison comparison = Comparison.of(
                List.of(trigger("C1", "bill-1", 0), trigger("C2", "bill-2", 0)),
                List.of(
                        trigger("C1", "bill-1", 0),
                        trigger("C1", "bill-9", 1),
                        trigger("C4", "bill-4", 2),
                        trigger("C3", "bill-3", 3),
                        trigger("C4", "bill-5", 4)));

        assertThat(comparison.gained()).hasSize(4);
        assertThat(comparison.customersGained())
                .containsExactly(
                        new Customer("C4", NOON + 2 * HOUR, 2, "Because of bill-4."),
                        new Customer("C3", NOON + 3 * HOUR, 1, "Because of bill-3."));
        assertThat(comparison.customersLost()).containsExactly(new Customer("C2", NOON, 1, "Because of bill-2."));
    }

    @Test
    void whereBothSidesGaveTheSameNothingChanged() {
        List<Happening> triggers = List.of(trigger("C1", "bill-1", 0));

        assertThat(Comparison.of(triggers, triggers).isUnchanged()).isTrue();
        assertThat(Comparison.of(triggers, List.of(trigger("C1", "bill-1", 1))).isUnchanged())
                .isFalse();
        assertThat(Comparison.of(List.of(), List.of()).medianLaterMillis()).isZero();
    }

    @Test
    void everyDayIsCountedAlsoThoseOnWhichNothingHappened() {
        Comparison comparison = Comparison.of(
                List.of(trigger("C1", "bill-1", 0), trigger("C2", "bill-2", 11)),
                List.of(trigger("C1", "bill-1", 48), trigger("C2", "bill-2", 12)));

        assertThat(DayCount.of(comparison, NOON, NOON + 72 * HOUR))
                .containsExactly(
                        new DayCount(LocalDate.of(2026, 3, 1), 2, 0),
                        new DayCount(LocalDate.of(2026, 3, 2), 0, 1),
                        new DayCount(LocalDate.of(2026, 3, 3), 0, 1),
                        new DayCount(LocalDate.of(2026, 3, 4), 0, 0));
        assertThat(DayCount.of(comparison, Long.MAX_VALUE, Long.MIN_VALUE)).isEmpty();
    }

    private static Happening trigger(String customer, String anchor, int hours) {
        return new Happening("explain-bill", customer, anchor, NOON + hours * HOUR, "Because of " + anchor + ".");
    }
}
