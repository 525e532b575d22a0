package io.heed.triggers.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.models.prediction.Arm;
import io.heed.triggers.CareTeamDay;
import io.heed.triggers.TestPlays;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldsTest {
    private static final String CAPPED = """
            policy:
              quiet-hours: {from: "00:00", until: "00:00"}
              contact-caps:
                - {messages: 1, within: 24h}
                - {messages: 2, within: 7d}
            """;

    @Test
    void withUnknownConsentOnlyServiceReachesTheCustomer() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(TestPlays.ADVISE_CART, TestPlays.FIX_FORM))
                .at("2026-03-02T10:00:00Z");
        cart(day);
        form(day);

        assertThat(day.held("advise-cart")).containsExactly(Reason.CONSENT);
        assertThat(day.sent()).containsExactly("fix-form raised");
    }

    @Test
    void advisedIsWhoConsentsToAdvice() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(TestPlays.ADVISE_CART))
                .at("2026-03-02T10:00:00Z")
                .happens("customer.profile", "consentAdvice", true);
        cart(day);

        assertThat(day.sent()).containsExactly("advise-cart raised");
        assertThat(day.last().message()).isNotNull();
    }

    @Test
    void whoRefusesServiceMessagesGetsNone() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(TestPlays.FIX_FORM))
                .at("2026-03-02T10:00:00Z")
                .happens("customer.profile", "consentService", false);
        form(day);

        assertThat(day.held("fix-form")).containsExactly(Reason.CONSENT);
    }

    @Test
    void consentDoesNotBindWhatDoesNotReachTheCustomer() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(TestPlays.EXPLAIN_BILL))
                .at("2026-03-02T10:00:00Z")
                .happens("customer.profile", "consentService", false)
                .spike(80);

        assertThat(day.sent()).containsExactly("explain-bill raised");
    }

    @Test
    void anOlderWordOnConsentThatArrivesLateDoesNotReplaceANewerOne() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(TestPlays.FIX_FORM))
                .at("2026-03-02T10:00:00Z")
                .happens("customer.profile", "consentService", false)
                .late("customer.profile", "2026-03-01T10:00:00Z", "consentService", true);
        form(day);

        assertThat(day.sent()).isEmpty();
    }

    @Test
    void aWithdrawnConsentWithdrawsWhatIsOpen() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(TestPlays.FIX_FORM)).at("2026-03-02T10:00:00Z");
        form(day);
        day.late("customer.profile", "2026-03-02T09:59:00Z", "consentService", false);

        assertThat(day.sent()).containsExactly("fix-form raised", "fix-form withdrawn");
        assertThat(day.last().because()).isEqualTo(Reason.CONSENT);
    }

    @Test
    void theFirstChannelThatReachesTheCustomerIsTaken() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(TestPlays.FIX_FORM))
                .at("2026-03-02T10:00:00Z")
                .happens("customer.profile", "channels", "sms, email", "refusedChannels", "email");
        form(day);

        assertThat(day.last().proposal().channel()).isEqualTo("sms");
    }

    @Test
    void aChannelRefusedLaterIsLeftForTheNext() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(TestPlays.FIX_FORM)).at("2026-03-02T10:00:00Z");
        form(day);
        assertThat(day.last().proposal().channel()).isEqualTo("app");

        day.happens("customer.profile", "refusedChannels", "app");

        assertThat(day.last().step()).isEqualTo(TriggerStep.UPDATED);
        assertThat(day.last().proposal().channel()).isEqualTo("sms");
    }

    @Test
    void withoutAChannelThePlayIsHeld() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(TestPlays.FIX_FORM))
                .at("2026-03-02T10:00:00Z")
                .happens("customer.profile", "refusedChannels", "app,sms");
        form(day);

        assertThat(day.held("fix-form")).containsExactly(Reason.CHANNEL);
    }

    @Test
    void messagesOfAnySystemCountTowardsTheCap() {
        CareTeamDay day = CareTeamDay.with(TestPlays.withPolicy(CAPPED, TestPlays.FIX_FORM))
                .at("2026-03-02T08:00:00Z")
                .happens("outreach.sent", "channel", "email", "purpose", "offer", "system", "campaigns")
                .at("2026-03-02T10:00:00Z");
        form(day);
        assertThat(day.held("fix-form")).containsExactly(Reason.CONTACT_CAP);

        day.at("2026-03-03T08:00:00Z");
        form(day);
        assertThat(day.sent()).containsExactly("fix-form raised");
    }

    @Test
    void heedsOwnTriggersCountOnceEvenWhenTheirSendingIsReported() {
        CareTeamDay day = CareTeamDay.with(
                        TestPlays.withPolicy(CAPPED, TestPlays.FIX_FORM.replace("cool-down: 1d", "cool-down: 0s")))
                .at("2026-03-02T10:00:00Z");
        form(day);
        day.at("2026-03-02T10:05:00Z")
                .happens(
                        "outreach.sent",
                        "channel",
                        "app",
                        "triggerId",
                        day.last().triggerId())
                .happens("care.outcome", "triggerId", day.last().triggerId(), "outcome", "solved")
                .at("2026-03-02T11:00:00Z");
        form(day);
        assertThat(day.held("fix-form")).containsExactly(Reason.CONTACT_CAP);

        day.at("2026-03-03T10:05:00Z");
        form(day);
        assertThat(day.sent()).containsExactly("fix-form raised", "fix-form closed", "fix-form raised");
    }

    @Test
    void theWeeklyCapHoldsWhenTheDailyOneDoesNot() {
        CareTeamDay day = CareTeamDay.with(TestPlays.withPolicy(CAPPED, TestPlays.FIX_FORM))
                .at("2026-03-02T08:00:00Z")
                .happens("outreach.sent", "channel", "email")
                .at("2026-03-04T08:00:00Z")
                .happens("outreach.sent", "channel", "email")
                .at("2026-03-06T08:00:00Z");
        form(day);

        assertThat(day.held("fix-form")).containsExactly(Reason.CONTACT_CAP);
        assertThat(day.log().get(0).detail()).isEqualTo("2 within 7d");
    }

    @Test
    void capsDoNotBindWhatDoesNotReachTheCustomer() {
        CareTeamDay day = CareTeamDay.with(TestPlays.withPolicy(CAPPED, TestPlays.EXPLAIN_BILL))
                .at("2026-03-02T08:00:00Z")
                .happens("outreach.sent", "channel", "email")
                .spike(80);

        assertThat(day.sent()).containsExactly("explain-bill raised");
    }

    @Test
    void offersAreCappedWhoeverMakesThem() {
        String policy = """
                policy:
                  quiet-hours: {from: "00:00", until: "00:00"}
                  contact-caps: []
                  offer-caps:
                    - {offers: 1, within: 30d}
                """;
        String byAgent = TestPlays.EXPLAIN_BILL
                .replace("purpose: service", "purpose: offer")
                .replace("cool-down: 14d", "cool-down: 0s");
        CareTeamDay day = CareTeamDay.with(TestPlays.withPolicy(policy, byAgent))
                .at("2026-03-02T08:00:00Z")
                .spike(80)
                .at("2026-03-12T08:00:00Z")
                .spike(80)
                .at("2026-04-01T08:00:00Z")
                .spike(80);

        assertThat(day.held("explain-bill")).containsExactly(Reason.OFFER_CAP);
        assertThat(day.sent()).containsExactly("explain-bill raised", "explain-bill expired", "explain-bill raised");
    }

    @Test
    void aPlayCoolsDownAfterItWasRaised() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(TestPlays.EXPLAIN_BILL))
                .at("2026-03-02T10:00:00Z")
                .spike(80)
                .at("2026-03-16T09:59:59Z")
                .spike(80)
                .at("2026-03-16T10:00:00Z")
                .spike(80);

        assertThat(day.held("explain-bill")).containsExactly(Reason.COOL_DOWN);
        assertThat(day.sent()).containsExactly("explain-bill raised", "explain-bill expired", "explain-bill raised");
    }

    @Test
    void aStopReasonHoldsEverythingAndWithdrawsWhatIsOpen() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(TestPlays.EXPLAIN_BILL, TestPlays.FIX_FORM))
                .at("2026-03-02T10:00:00Z")
                .spike(80)
                .happens("customer.profile", "stopReason", "bereavement");
        form(day);

        assertThat(day.sent()).containsExactly("explain-bill raised", "explain-bill withdrawn");
        assertThat(day.last().because()).isEqualTo(Reason.STOP_REASON);
        assertThat(day.held("fix-form")).containsExactly(Reason.STOP_REASON);

        day.happens("customer.profile", "stopReason", "none").at("2026-03-02T11:00:00Z");
        form(day);
        assertThat(day.last().play()).isEqualTo("fix-form");
    }

    @Test
    void theControlGroupIsDecidedAndLoggedButGetsNothing() {
        String everybody = TestPlays.FREE_POLICY + "  control-group: {share: 1.0, salt: spring}\n";
        CareTeamDay day = CareTeamDay.with(TestPlays.withPolicy(everybody, TestPlays.EXPLAIN_BILL))
                .at("2026-03-02T10:00:00Z")
                .spike(80)
                .at("2026-03-06T10:00:00Z")
                .spike(80);

        assertThat(day.sent()).isEmpty();
        assertThat(day.held("explain-bill")).containsExactly(Reason.CONTROL_GROUP, Reason.COOL_DOWN);
        assertThat(day.log()).allMatch(decision -> decision.control());
        assertThat(day.log()).anyMatch(decision -> decision.outcome() == DecisionOutcome.EXPIRED);
    }

    @Test
    void theControlGroupHasItsShareOfCustomers() {
        String some = TestPlays.FREE_POLICY + "  control-group: {share: 0.1, salt: spring}\n";
        CareTeamDay day = CareTeamDay.with(TestPlays.withPolicy(some, TestPlays.EXPLAIN_BILL));
        for (int i = 0; i < 1000; i++) {
            day.of("customer-" + i).at("2026-03-02T10:00:00Z").spike(80);
        }

        assertThat(day.held("explain-bill")).hasSizeBetween(70, 130).containsOnly(Reason.CONTROL_GROUP);
        assertThat(day.triggers()).hasSize(1000 - day.held("explain-bill").size());
    }

    @Test
    void withoutConsentToProfilingNoScoreIsUsedOrKept() {
        CareTeamDay day = CareTeamDay.with(TestPlays.file(TestPlays.CALL_BACK)).at("2026-03-02T10:00:00Z");
        score(day, 0.9, Arm.CHAMPION);

        assertThat(day.held("call-back")).containsExactly(Reason.PROFILING);
        assertThat(day.log()).allMatch(decision -> Double.isNaN(decision.priority()));
        assertThat(day.bytesKept()).isZero();
    }

    @Test
    void aScoreAboveItsThresholdIsASignal() {
        CareTeamDay day = profiled();
        score(day, 0.49, Arm.CHAMPION);
        assertThat(day.held("call-back")).containsExactly(Reason.CONDITION);

        score(day, 0.8, Arm.CHALLENGER);
        assertThat(day.last().said().sentence()).isEqualTo("Will contact us again with a probability of 80%.");
        assertThat(day.last().arm()).isEqualTo("challenger");
        assertThat(day.last().proposal().priority()).isEqualTo(16.0);
    }

    @Test
    void nobodyActsOnAShadow() {
        CareTeamDay day = profiled();
        score(day, 0.8, Arm.SHADOW);

        assertThat(day.sent()).isEmpty();
        assertThat(day.held("call-back")).containsExactly(Reason.SHADOW);
    }

    @Test
    void whenConsentToProfilingGoesWhatRestsOnAScoreIsWithdrawn() {
        CareTeamDay day = profiled();
        score(day, 0.8, Arm.CHAMPION);
        day.happens("customer.profile", "consentProfiling", false);

        assertThat(day.sent()).containsExactly("call-back raised", "call-back withdrawn");
        assertThat(day.last().because()).isEqualTo(Reason.PROFILING);
    }

    private static CareTeamDay profiled() {
        return CareTeamDay.with(TestPlays.file(TestPlays.CALL_BACK))
                .at("2026-03-02T10:00:00Z")
                .happens("customer.profile", "consentProfiling", true);
    }

    private static void score(CareTeamDay day, double score, Arm arm) {
        CareEvent ended = day.event("contact.ended", "contact", "service");
        day.happens(ended, List.of(), List.of(day.score(score, arm, ended)));
    }

    private static void cart(CareTeamDay day) {
        CareEvent cart = day.event("cart.abandoned", "cart", "K1", "amount", 25.0);
        day.happens(cart, List.of(day.match("cart", "cart", cart)), List.of());
    }

    private static void form(CareTeamDay day) {
        CareEvent form = day.event("form.failed", "form", "top-up", "reason", "timeout");
        day.happens(form, List.of(day.match("form", "form", form)), List.of());
    }
}
