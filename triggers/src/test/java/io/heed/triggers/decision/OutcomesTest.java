package io.heed.triggers.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.triggers.CareTeamDay;
import io.heed.triggers.TestPlays;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.play.Autonomy;
import io.heed.triggers.play.Urgency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {
    private static final String ADVICE = TestPlays.EXPLAIN_BILL
            .replace("purpose: service", "purpose: advice")
            .replace("cool-down: 14d", "cool-down: 2d");

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "reached"})
    void deliveredAndReachedLeaveTheCaseOpen(String outcome) {
        CareTeamDay day = open().at("2026-03-02T12:00:00Z");
        outcome(day, outcome);

        assertThat(day.sent()).containsExactly("explain-bill raised");
        assertThat(lastDecision(day).outcome()).isEqualTo(DecisionOutcome.NOTED);
        assertThat(lastDecision(day).detail()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"solved", "already-solved", "wrong-reason", "declined", "annoyed"})
    void theOthersCloseIt(String outcome) {
        CareTeamDay day = open().at("2026-03-02T12:00:00Z");
        outcome(day, outcome);

        assertThat(day.sent()).containsExactly("explain-bill raised", "explain-bill closed");
        assertThat(day.last().because()).isEqualTo(Reason.OUTCOME);
        assertThat(day.last().detail()).isEqualTo(outcome);
    }

    @Test
    void afterSolvedThePlayCoolsDownFromThen() {
        CareTeamDay day = open().at("2026-03-03T12:00:00Z");
        outcome(day, "solved");

        assertThat(day.at("2026-03-05T11:59:59Z").spike(80).sent()).hasSize(2);
        assertThat(day.at("2026-03-05T12:00:00Z").spike(80).sent()).hasSize(3);
    }

    @Test
    void afterWrongReasonThePlayRestsTwiceAsLong() {
        CareTeamDay day = open().at("2026-03-02T12:00:00Z");
        outcome(day, "wrong-reason");

        assertThat(day.at("2026-03-06T11:59:59Z").spike(80).sent()).hasSize(2);
        assertThat(day.at("2026-03-06T12:00:00Z").spike(80).sent()).hasSize(3);
    }

    @Test
    void afterDeclinedAdviceForTheCauseRestsButServiceDoesNot() {
        CareTeamDay day = open().at("2026-03-02T12:00:00Z");
        outcome(day, "declined");
        day.at("2026-03-31T12:00:00Z").spike(80);
        assertThat(day.held("explain-bill")).containsExactly(Reason.COOL_DOWN);

        day.paymentFails();
        assertThat(day.last().play()).isEqualTo("rescue-payment");
    }

    @Test
    void afterAnnoyedNoAdviceReachesTheCustomerForLong() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(ADVICE, TestPlays.ADVISE_CART))
                .at("2026-03-02T10:00:00Z")
                .happens("customer.profile", "consentAdvice", true)
                .spike(80);
        outcome(day, "annoyed");
        day.at("2026-04-30T10:00:00Z");
        cart(day);
        day.spike(80);
        assertThat(day.held("advise-cart")).containsExactly(Reason.COOL_DOWN);
        assertThat(day.held("explain-bill")).containsExactly(Reason.COOL_DOWN);

        day.at("2026-05-01T10:00:00Z");
        cart(day);
        assertThat(day.last().play()).isEqualTo("advise-cart");
    }

    @Test
    void escalatedKeepsTheCaseForPeople() {
        CareTeamDay day = open().at("2026-03-02T12:00:00Z");
        outcome(day, "escalated");

        assertThat(day.last().step()).isEqualTo(TriggerStep.UPDATED);
        assertThat(day.last().said().urgency()).isEqualTo(Urgency.HIGH);
        assertThat(day.last().proposal().autonomy()).isEqualTo(Autonomy.APPROVE);
        assertThat(day.last().expiresMillis())
                .isEqualTo(Instant.parse("2026-03-09T12:00:00Z").toEpochMilli());
    }

    @Test
    void anOutcomeAfterTheEndStillLetsThePlayRest() {
        CareTeamDay day = open().at("2026-03-06T10:00:00Z");
        assertThat(day.last().step()).isEqualTo(TriggerStep.EXPIRED);
        outcome(day, "annoyed");
        day.at("2026-04-30T10:00:00Z").spike(80);

        assertThat(day.held("explain-bill")).containsExactly(Reason.COOL_DOWN);
    }

    @Test
    void anOutcomeOfAnUnknownTriggerIsNoted() {
        CareTeamDay day = open().happens("care.outcome", "triggerId", "nobody-knows", "outcome", "solved");

        assertThat(day.sent()).hasSize(1);
        assertThat(lastDecision(day).detail()).isEqualTo("solved of a trigger that is unknown");
    }

    private static CareTeamDay open() {
        return CareTeamDay.with(TestPlays.file(ADVICE, TestPlays.RESCUE_PAYMENT))
                .at("2026-03-02T10:00:00Z")
                .spike(80);
    }

    private static void outcome(CareTeamDay day, String outcome) {
        day.happens("care.outcome", "triggerId", day.triggers().get(0).triggerId(), "outcome", outcome);
    }

    private static void cart(CareTeamDay day) {
        CareEvent cart = day.event("cart.abandoned", "cart", "K1", "amount", 25.0);
        day.happens(cart, List.of(day.match("cart", "cart", cart)), List.of());
    }

    private static Decision lastDecision(CareTeamDay day) {
        return day.log().get(day.log().size() - 1);
    }
}
