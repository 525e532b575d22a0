package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.timeline.SharedHistory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the shipped features say of how a customer feels and what it is about. */
class TelcoMessagesTest {
    private static final Workspace TELCO = Workspace.local(Path.of(".."));
    private static final EventCatalogue CATALOGUE = EventCatalogue.load(TELCO);
    private static final FeatureDefinitions FEATURES = FeatureDefinitions.load(TELCO, CATALOGUE);
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long START = 1_772_000_000_000L;

    private final FeatureBench bench = new FeatureBench(CATALOGUE, FEATURES, SharedHistory.EMPTY);
    private long now = START;

    @Test
    void aMessageWithoutAScoreIsLeftOutAndNeverCountsAsCalm() {
        says("chat.message", "chat-1", 0.8, "billing");
        Map<String, Double> before = values();

        observe("chat.message", "chat-1", "customer", null, null);
        observe("chat.message", "chat-1", "agent", null, null);
        observe("chat.message", "chat-1", "bot", 0.0, "network"); // as if somebody had scored it

        assertThat(values()).isEqualTo(before).containsEntry("distressed_share_7d", 1.0);
        assertThat(before.get("distress_smoothed")).isEqualTo(0.8);
    }

    @Test
    void distressIsSmoothedOverAllChannels() {
        says("chat.message", "chat-1", 0.2, "billing");
        now += DAY - MINUTE;
        says("call.transcript", "call-1", 0.8, "billing");

        assertThat(bench.value("distress_smoothed", now + 20 * DAY)).isCloseTo((0.5 * 0.2 + 0.8) / 1.5, within(1e-12));
        assertThat(bench.value("distress_trend_7d", now + 1)).isCloseTo(0.6, within(1e-12));
        assertThat(bench.value("distressed_share_7d", now + 1)).isEqualTo(0.5);
        assertThat(bench.value("distressed_channels_7d", now + 1)).isEqualTo(1);
    }

    @Test
    void aTurnIsSeenFromTheNextEventOnWithItsTime() {
        says("chat.message", "chat-1", 0.1, "billing");
        now += 2 * DAY;
        says("sms.received", "sms-1", 0.1, "billing");
        now += DAY;
        assertThat(bench.value("distress_turn", now)).isZero();
        says("social.posted", "post-1", 0.9, "billing");
        now += 5 * HOUR - MINUTE;

        assertThat(bench.value("distress_turn", now)).isEqualTo(1);
        assertThat(bench.value("hours_since_distress_turn", now)).isEqualTo(5);
        now += 2 * DAY;
        says("chat.message", "chat-2", 0.1, "billing");

        assertThat(bench.value("distress_turn", now + 1)).isEqualTo(-1);
    }

    @Test
    void aConversationTurnsByItself() {
        says("chat.message", "chat-1", 0.1, "billing");
        says("social.posted", "post-1", 0.1, "billing");
        says("chat.message", "chat-1", 0.9, "billing");

        assertThat(at("chat-1", "billing").value("conversation_turn")).isEqualTo(1);
        assertThat(at("chat-1", "billing").value("conversation_distress")).isBetween(0.5, 0.6);
        assertThat(at("post-1", "billing").value("conversation_turn")).isZero();
        assertThat(at("chat-2", "billing").value("conversation_turn")).isNaN();
    }

    @Test
    void theSameReasonIsThatOfTheMessageAtHand() {
        says("chat.message", "chat-1", 0.1, "billing");
        says("chat.message", "chat-1", 0.1, "billing");
        says("sms.received", "sms-1", 0.1, "network");
        says("call.transcript", "call-1", 0.1, "billing");
        says("call.transcript", "call-1", 0.1, "other");
        now += HOUR;

        FeatureView billing = at("chat-9", "billing");
        assertThat(billing.value("same_reason_messages_7d")).isEqualTo(3);
        assertThat(billing.value("same_reason_conversations_7d")).isEqualTo(2);
        assertThat(at("chat-9", "plan").value("same_reason_conversations_7d")).isZero();
        assertThat(billing.value("reasons_30d")).isEqualTo(2);
        assertThat(billing.value("reason_returns_7d")).isEqualTo(1);
    }

    private void says(String type, String conversation, double distress, String reason) {
        observe(type, conversation, "customer", distress, reason);
    }

    private void observe(
            String type, String conversation, String speaker, @Nullable Double distress, @Nullable String reason) {
        bench.observe(message(type, conversation, speaker, distress, reason));
        now += MINUTE;
    }

    private FeatureView at(String conversation, String reason) {
        return bench.at(now, message("chat.message", conversation, "customer", null, reason));
    }

    private Map<String, Double> values() {
        FeatureView view = at("chat-1", "billing");
        Map<String, Double> values = new HashMap<>();
        FEATURES.names().stream()
                .filter(name -> name.contains("distress") || name.contains("turn") || name.contains("reason"))
                .filter(name -> !name.contains("since"))
                .forEach(name -> values.put(name, view.value(name)));
        return values;
    }

    private CareEvent message(
            String type, String conversation, String speaker, @Nullable Double distress, @Nullable String reason) {
        Map<String, Object> fields = new HashMap<>(Map.of("conversation", conversation, "speaker", speaker));
        if (distress != null) {
            fields.put("distress", distress);
        }
        if (reason != null) {
            fields.put("reason", reason);
        }
        return bench.event(type, now, fields);
    }
}
