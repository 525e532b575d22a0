package io.heed.triggers.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.triggers.CareTeamDay;
import io.heed.triggers.TestPlays;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.play.Urgency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseStepsTest {
    private static final String BILLING = TestPlays.file(TestPlays.EXPLAIN_BILL, TestPlays.RESCUE_PAYMENT);

    @Test
    void aSignalWhoseConditionHoldsIsRaisedWithItsSentence() {
        CareTeamDay day = CareTeamDay.with(BILLING)
                .at("2026-03-02T10:00:00Z")
                .feature("bill_ratio", 1.64)
                .spike(82);

        assertThat(day.sent()).containsExactly("explain-bill raised");
        CareTrigger trigger = day.last();
        assertThat(trigger.said().sentence()).isEqualTo("The bill of 82.00 USD is 1.6 times the usual one.");
        assertThat(trigger.said().code()).isEqualTo("bill-higher");
        assertThat(trigger.expiresMillis())
                .isEqualTo(Instant.parse("2026-03-05T10:00:00Z").toEpochMilli());
        assertThat(trigger.proposal().priority()).isEqualTo(10.0);
        assertThat(trigger.evidence().features()).containsEntry("bill_ratio", 1.64);
        assertThat(trigger.evidence().events())
                .singleElement()
                .satisfies(event -> assertThat(event.fields()).containsEntry("charges", 82.0));
    }

    @Test
    void aKnownChangeBecomesTheReason() {
        CareTeamDay day = CareTeamDay.with(BILLING)
                .at("2026-03-02T10:00:00Z")
                .feature("plan_changes_35d", 1)
                .spike(82);

        assertThat(day.last().said().code()).isEqualTo("plan-changed");
        assertThat(day.last().said().sentence()).isEqualTo("The bill of 82.00 USD is higher since the plan changed.");
    }

    @Test
    void anAbsentValueIsReplacedByItsSubstitute() {
        CareTeamDay day = CareTeamDay.with(BILLING).at("2026-03-02T10:00:00Z").spike(82);

        assertThat(day.last().said().sentence()).isEqualTo("The bill of 82.00 USD is well times the usual one.");
    }

    @Test
    void aSignalWhoseConditionDoesNotHoldIsLogged() {
        CareTeamDay day = CareTeamDay.with(BILLING).at("2026-03-02T10:00:00Z").spike(40);

        assertThat(day.sent()).isEmpty();
        assertThat(day.held("explain-bill")).containsExactly(Reason.CONDITION);
    }

    @Test
    void aSecondPlayOfTheCauseUpdatesTheCaseInsteadOfAddingOne() {
        CareTeamDay day = CareTeamDay.with(BILLING)
                .at("2026-03-02T10:00:00Z")
                .spike(82)
                .at("2026-03-03T10:00:00Z")
                .paymentFails();

        assertThat(day.sent()).containsExactly("explain-bill raised", "rescue-payment updated");
        CareTrigger update = day.last();
        assertThat(update.triggerId()).isEqualTo(day.triggers().get(0).triggerId());
        assertThat(update.id()).isEqualTo(update.triggerId() + "/updated/1");
        assertThat(update.alsoSeenBy()).containsExactly("explain-bill");
        assertThat(update.said().urgency()).isEqualTo(Urgency.HIGH);
    }

    @Test
    void aSecondPlayThatIsWorthLessUpdatesWithoutTakingTheLead() {
        CareTeamDay day = CareTeamDay.with(BILLING)
                .at("2026-03-02T10:00:00Z")
                .paymentFails()
                .at("2026-03-02T11:00:00Z")
                .spike(82);

        assertThat(day.sent()).containsExactly("rescue-payment raised", "rescue-payment updated");
        assertThat(day.last().alsoSeenBy()).containsExactly("explain-bill");
    }

    @Test
    void whenTheLeadingGroundClearsTheNextOneLeads() {
        CareTeamDay day = CareTeamDay.with(BILLING)
                .at("2026-03-02T10:00:00Z")
                .spike(82)
                .at("2026-03-02T11:00:00Z")
                .paymentFails()
                .at("2026-03-02T12:00:00Z")
                .happens("payment.made", "account", "A1", "amount", 30.0);

        assertThat(day.sent()).containsExactly("explain-bill raised", "rescue-payment updated", "explain-bill updated");
        assertThat(day.last().detail()).isEqualTo("the bill was paid");
        assertThat(day.last().revision()).isEqualTo(2);
    }

    @Test
    void clearingTheLastGroundWithdrawsTheTrigger() {
        CareTeamDay day = CareTeamDay.with(BILLING)
                .at("2026-03-02T10:00:00Z")
                .spike(82)
                .at("2026-03-02T12:00:00Z")
                .happens("bill.corrected", "bill", "B9", "replaces", "B0", "account", "A1");

        assertThat(day.sent()).containsExactly("explain-bill raised", "explain-bill withdrawn");
        assertThat(day.last().because()).isEqualTo(Reason.EVENT);
        assertThat(day.last().detail()).isEqualTo("the bill was corrected");
    }

    @Test
    void anEventThatDoesNotMeetTheConditionClearsNothing() {
        CareTeamDay day = CareTeamDay.with(BILLING)
                .at("2026-03-02T10:00:00Z")
                .spike(82)
                .happens("bill.corrected", "bill", "B9", "replaces", "other", "account", "A1");

        assertThat(day.sent()).containsExactly("explain-bill raised");
    }

    @Test
    void lateEventsClearButNeverUpdateOrExpire() {
        CareEvent chat;
        CareTeamDay day =
                CareTeamDay.with(TestPlays.file(TestPlays.CALL_AFTER_CHAT)).at("2026-03-02T10:00:00Z");
        chat = day.event("chat.closed", "conversation", "c1", "resolved", false, "topic", "billing");
        day.at("2026-03-02T11:00:00Z");
        call(day, chat)
                .late("call.connected", "2026-03-02T10:30:00Z", "conversation", "k1", "topic", "billing")
                .late("call.ended", "2026-03-02T10:40:00Z", "conversation", "k1");
        assertThat(day.sent()).containsExactly("call-after-chat raised");

        day.late("call.connected", "2026-03-02T10:30:00Z", "conversation", "k1", "topic", "roaming");

        assertThat(day.sent()).containsExactly("call-after-chat raised", "call-after-chat withdrawn");
    }

    @Test
    void aCallAfterAnUnresolvedChatIsUpdatedWhenItsTopicIsTheSame() {
        CareTeamDay day = chatThenCall("billing")
                .at("2026-03-02T11:03:00Z")
                .happens("call.connected", "conversation", "k1", "topic", "billing");

        assertThat(day.sent()).containsExactly("call-after-chat raised", "call-after-chat updated");
        assertThat(day.last().said().sentence()).isEqualTo("The call is about billing again, as the chat was.");
        assertThat(day.last().said().urgency()).isEqualTo(Urgency.URGENT);
    }

    @Test
    void aCallAfterAnUnresolvedChatIsWithdrawnWhenItsTopicIsAnother() {
        CareTeamDay day = chatThenCall("billing")
                .at("2026-03-02T11:03:00Z")
                .happens("call.connected", "conversation", "k1", "topic", "roaming");

        assertThat(day.last().step()).isEqualTo(TriggerStep.WITHDRAWN);
        assertThat(day.last().detail()).isEqualTo("the call is about something else");
    }

    @Test
    void aCallAfterAnUnresolvedChatExpiresWhenTheCallEnds() {
        CareTeamDay day = chatThenCall("billing")
                .at("2026-03-02T11:10:00Z")
                .happens("call.ended", "conversation", "other", "resolved", true)
                .happens("call.ended", "conversation", "k1", "resolved", true);

        assertThat(day.sent()).containsExactly("call-after-chat raised", "call-after-chat expired");
        assertThat(day.last().detail()).isEqualTo("the call ended");
    }

    @Test
    void aCaseExpiresAtItsTime() {
        CareTeamDay day = CareTeamDay.with(BILLING).at("2026-03-02T10:00:00Z").spike(82);

        day.at("2026-03-05T09:59:59Z");
        assertThat(day.sent()).containsExactly("explain-bill raised");

        day.at("2026-03-05T10:00:00Z");
        assertThat(day.sent()).containsExactly("explain-bill raised", "explain-bill expired");
        assertThat(day.last().because()).isEqualTo(Reason.EXPIRY);
    }

    @Test
    void ofTwoGroundsTheOneThatOutlivesTheOtherGoesOn() {
        CareTeamDay day = CareTeamDay.with(BILLING)
                .at("2026-03-02T10:00:00Z")
                .spike(82)
                .at("2026-03-02T11:00:00Z")
                .paymentFails()
                .at("2026-03-04T12:00:00Z");

        assertThat(day.sent()).containsExactly("explain-bill raised", "rescue-payment updated", "explain-bill updated");

        day.at("2026-03-05T10:00:00Z");
        assertThat(day.last().step()).isEqualTo(TriggerStep.EXPIRED);
    }

    @Test
    void twoPlaysOfOneCauseAtOneInstantRaiseOneTrigger() {
        CareTeamDay day = CareTeamDay.with(BILLING).at("2026-03-02T10:00:00Z");
        CareEvent bill = day.bill(82);
        CareEvent payment = day.event("payment.failed", "account", "A1", "amount", 82.0);
        day.happens(
                payment,
                List.of(day.match("spike", "bill", bill), day.match("declined", "payment", payment)),
                List.of());

        assertThat(day.sent()).containsExactly("rescue-payment raised");
        assertThat(day.last().alsoSeenBy()).containsExactly("explain-bill");
        assertThat(day.log()).anySatisfy(decision -> {
            assertThat(decision.play()).isEqualTo("explain-bill");
            assertThat(decision.outcome()).isEqualTo(DecisionOutcome.JOINED);
            assertThat(decision.reason()).isEqualTo(Reason.SAME_CAUSE);
        });
    }

    @Test
    void whatIsRefusedBeforeGoingLiveIsLogged() {
        CareTeamDay day = CareTeamDay.liveFrom("2026-03-03T00:00:00Z", BILLING)
                .at("2026-03-02T23:59:59Z")
                .spike(82)
                .at("2026-03-03T00:00:00Z")
                .paymentFails();

        assertThat(day.held("explain-bill")).containsExactly(Reason.LIVE_FROM);
        assertThat(day.sent()).containsExactly("rescue-payment raised");
    }

    @Test
    void erasureWithdrawsWithoutSayingWhyAndLeavesNothing() {
        CareTeamDay day = CareTeamDay.with(BILLING)
                .at("2026-03-02T10:00:00Z")
                .happens("customer.profile", "language", "es")
                .spike(82)
                .at("2026-03-02T11:00:00Z")
                .erased();

        assertThat(day.sent()).containsExactly("explain-bill raised", "explain-bill withdrawn");
        assertThat(day.last().evidence().events()).isEmpty();
        assertThat(day.last().evidence().features()).isEmpty();
        assertThat(day.last().said().sentence()).doesNotContain("82");
        assertThat(day.log().get(day.log().size() - 1).outcome()).isEqualTo(DecisionOutcome.ERASED);
        assertThat(day.bytesKept()).isZero();
    }

    private static CareTeamDay chatThenCall(String topic) {
        CareTeamDay day =
                CareTeamDay.with(TestPlays.file(TestPlays.CALL_AFTER_CHAT)).at("2026-03-02T10:00:00Z");
        CareEvent chat = day.event("chat.closed", "conversation", "c1", "resolved", false, "topic", topic);
        day.at("2026-03-02T11:00:00Z");
        return call(day, chat);
    }

    private static CareTeamDay call(CareTeamDay day, CareEvent chat) {
        CareEvent call = day.event("call.started", "conversation", "k1", "direction", "inbound");
        return day.happens(call, List.of(day.match("chat-then-call", "chat", chat, "call", call)), List.of());
    }
}
