package io.heed.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import org.junit.jupiter.api.Test;

/** The shipped patterns about customers who come back to us. */
class ContactPatternsTest {
    @Test
    void aCallWithinADayOfAnUnresolvedChatMatches() {
        assertThat(Telco.found(Telco.pattern("unresolved-chat-then-call")
                        .feed(chatClosed("c", "0d", false))
                        .feed(call("k", "23h59m", "inbound"))
                        .feed(call("l", "1d2h", "inbound"))))
                .containsExactly("chat=c call=k");
    }

    @Test
    void aCallADayLaterOrOurOwnOrAfterAResolvedChatIsNoMatch() {
        assertThat(Telco.pattern("unresolved-chat-then-call")
                        .feed(chatClosed("c", "0d", false))
                        .feed(call("k", "1h", "outbound"))
                        .feed(call("l", "24h", "inbound"))
                        .feed(chatClosed("d", "2d", true))
                        .feed(call("m", "2d1h", "inbound"))
                        .found())
                .isEmpty();
    }

    @Test
    void twoUnresolvedChatsBeforeACallAreOneMatch() {
        assertThat(Telco.found(Telco.pattern("unresolved-chat-then-call")
                        .feed(chatClosed("c", "0d", false))
                        .feed(chatClosed("d", "2h", false))
                        .feed(call("k", "3h", "inbound"))))
                .containsExactly("chat=c call=k");
    }

    @Test
    void aSecondContactOnTheSameTopicMatches() {
        assertThat(Telco.found(Telco.pattern("second-contact-same-topic")
                        .feed(topic("e", "call.ended", "0d", "k1", "roaming"))
                        .feed(topic("f", "chat.started", "2h", "c2", "billing"))
                        .feed(topic("g", "ivr.navigated", "5h", "k3", "roaming"))
                        .feed(topic("h", "call.connected", "5h5m", "k3", "roaming"))))
                .containsExactly("first=e second=g");
    }

    @Test
    void aRedialTheSameConversationOrAnotherDayIsNoSecondContact() {
        assertThat(Telco.pattern("second-contact-same-topic")
                        .feed(topic("e", "call.ended", "0d", "k1", "roaming"))
                        .feed(topic("f", "call.connected", "10m", "k2", "roaming"))
                        .feed(topic("g", "chat.closed", "3h", "k1", "roaming"))
                        .feed(topic("h", "ivr.navigated", "27h", "k3", "roaming"))
                        .found())
                .isEmpty();
    }

    @Test
    void oneMatterOnTwoChannelsMatches() {
        assertThat(Telco.found(Telco.pattern("several-channels-one-problem")
                        .feed(message("m", "chat.message", "0d", "customer", "network", 0.9))
                        .feed(message("p", "social.posted", "20h", "customer", "network", 0.8))))
                .containsExactly("first=m second=p");
    }

    @Test
    void twoMattersOneChannelADoubtfulReasonOrAnAgentsWordsAreNoMatch() {
        assertThat(Telco.pattern("several-channels-one-problem")
                        .feed(message("m", "chat.message", "0d", "customer", "network", 0.9))
                        .feed(message("n", "chat.message", "1h", "customer", "network", 0.9))
                        .feed(message("o", "social.posted", "2h", "customer", "billing", 0.9))
                        .feed(message("p", "sms.received", "3h", "customer", "network", 0.4))
                        .feed(message("q", "call.transcript", "4h", "agent", "network", 0.9))
                        .found())
                .isEmpty();
    }

    @Test
    void aPostThatNobodyAnswersIsFoundAfterFourHours() {
        PatternHarness harness = Telco.pattern("post-nobody-answered")
                .feed(post("p", "social.posted", "0d", "t1", "customer"))
                .feed(post("q", "social.replied", "1h", "t1", "customer"))
                .feed(post("r", "social.replied", "2h", "t2", "agent"))
                .until(Telco.at("10d"));

        assertThat(Telco.found(harness)).containsExactly("post=p");
        assertThat(harness.matches().get(0).timeMillis()).isEqualTo(Telco.at("4h"));
    }

    @Test
    void anAnswerOfOursEndsIt() {
        assertThat(Telco.pattern("post-nobody-answered")
                        .feed(post("p", "social.posted", "0d", "t1", "customer"))
                        .feed(post("q", "social.replied", "3h59m", "t1", "agent"))
                        .until(Telco.at("10d"))
                        .found())
                .isEmpty();
    }

    @Test
    void aConversationThatTurnsUpsetIsFoundAtItsNextMessage() {
        assertThat(Telco.found(Telco.pattern("turned-upset-in-conversation")
                        .feature("conversation_turn", 0)
                        .feed(said("m", "chat.message", "0d", "c1", "customer", 0.9))
                        .feature("conversation_turn", 1)
                        .feed(said("n", "chat.message", "1m", "c2", "agent", 0))
                        .feed(said("o", "chat.message", "2m", "c1", "agent", 0))
                        .feed(said("p", "chat.message", "3m", "c1", "customer", 0.9))
                        .feed(said("q", "chat.message", "4m", "c1", "agent", 0))))
                .containsExactly("message=m seen=o");
    }

    @Test
    void aConversationThatBeganUpsetOrDidNotTurnIsNoMatch() {
        assertThat(Telco.pattern("turned-upset-in-conversation")
                        .feed(said("l", "chat.message", "0d", "c1", "customer", 0.9))
                        .feature("conversation_turn", 0)
                        .feed(said("m", "chat.message", "1m", "c1", "customer", 0.9))
                        .feed(said("n", "chat.message", "2m", "c1", "agent", 0))
                        .found())
                .isEmpty();
    }

    @Test
    void upsetMessagesAWeekApartOnTwoChannelsMatch() {
        assertThat(Telco.found(Telco.pattern("upset-for-a-week")
                        .feature("distress_smoothed", 0.7)
                        .feature("distress_turn", 0)
                        .feed(said("m", "chat.message", "0d", "c1", "customer", 0.9))
                        .feed(said("n", "social.posted", "6d", "p1", "customer", 0.9))
                        .feed(said("o", "chat.message", "7d", "c2", "customer", 0.9))
                        .feed(said("p", "social.posted", "8d", "p2", "agent", 0.9))
                        .feed(said("q", "social.posted", "9d", "p2", "customer", 0.9))))
                .containsExactly("first=m second=q");
    }

    @Test
    void whoHasCalmedDownInBetweenIsNotUpsetForAWeek() {
        assertThat(Telco.pattern("upset-for-a-week")
                        .feature("distress_smoothed", 0.7)
                        .feature("distress_turn", -1)
                        .feed(said("m", "chat.message", "0d", "c1", "customer", 0.9))
                        .feed(said("n", "social.posted", "8d", "p1", "customer", 0.9))
                        .found())
                .isEmpty();
    }

    private static CareEvent said(
            String id, String type, String after, String conversation, String speaker, double distress) {
        return Telco.event(id, type, after, "conversation", conversation, "speaker", speaker, "distress", distress);
    }

    private static CareEvent chatClosed(String id, String after, boolean resolved) {
        return Telco.event(id, "chat.closed", after, "conversation", id, "resolved", resolved);
    }

    private static CareEvent call(String id, String after, String direction) {
        return Telco.event(id, "call.started", after, "conversation", id, "direction", direction);
    }

    private static CareEvent topic(String id, String type, String after, String conversation, String topic) {
        return Telco.event(id, type, after, "conversation", conversation, "topic", topic);
    }

    private static CareEvent message(String id, String type, String after, String speaker, String reason, double sure) {
        return Telco.event(
                id, type, after, "conversation", id, "speaker", speaker, "reason", reason, "reasonConfidence", sure);
    }

    private static CareEvent post(String id, String type, String after, String thread, String speaker) {
        return Telco.event(id, type, after, "conversation", thread, "speaker", speaker);
    }
}
