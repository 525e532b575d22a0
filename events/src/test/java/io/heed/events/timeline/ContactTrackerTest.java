package io.heed.events.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.TestCatalogue;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.state.MemoryStateStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactTrackerTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final EventCatalogue CATALOGUE = TestCatalogue.of("""
            event-types:
              call.started: {fields: {conversation: {type: text}, direction: {type: text}}}
              call.ended: {fields: {conversation: {type: text}}}
              store.visited: {fields: {conversation: {type: text}}}
              visit.began: {}
              visit.left: {}
            contacts:
              service:
                opens: [call.started]
                closes: [call.ended]
                conversation: conversation
                merge-gap: 30m
                where: event.direction != "outbound"
              store: {opens: [store.visited], closes: [store.visited], conversation: conversation}
              visit: {opens: [visit.began], closes: [visit.left]}
            """);

    private final MemoryStateStore state = new MemoryStateStore();
    private final ContactTracker tracker = new ContactTracker(state, CATALOGUE);
    private int count;

    @Test
    void aCallIsOneContactFromItsStartToItsEnd() {
        List<CareEvent> started = start("a", 0);
        List<CareEvent> ended = end("a", 10 * MINUTE);

        assertThat(names(started)).containsExactly("contact.started");
        assertThat(started.get(0).text("contact")).isEqualTo("service");
        assertThat(started.get(0).text("opening")).isEqualTo("call.started");
        assertThat(started.get(0).text("conversation")).isEqualTo("a");
        assertThat(started.get(0).subject()).isEqualTo("c1");
        assertThat(names(ended)).containsExactly("contact.ended");
        assertThat(ended.get(0).text("closing")).isEqualTo("call.ended");
        assertThat(ended.get(0).number("durationSeconds")).isEqualTo(600);
    }

    @Test
    void aRedialWithinTheGapBelongsToTheSameContact() {
        start("a", 0);
        end("a", 10 * MINUTE);

        assertThat(start("b", 40 * MINUTE - 1)).isEmpty();
        List<CareEvent> ended = end("b", HOUR);

        assertThat(ended.get(0).number("durationSeconds")).isEqualTo(3_600);
        assertThat(ended.get(0).text("conversation")).isEqualTo("a");
    }

    @Test
    void aCallAfterTheGapIsAContactOfItsOwn() {
        start("a", 0);
        end("a", 10 * MINUTE);

        assertThat(names(start("b", 40 * MINUTE))).containsExactly("contact.started");
    }

    @Test
    void aTransferEndsWithItsLastConversation() {
        start("a", 0);
        assertThat(start("b", 5 * MINUTE)).isEmpty();
        assertThat(end("a", 6 * MINUTE)).isEmpty();

        assertThat(names(end("b", 20 * MINUTE))).containsExactly("contact.ended");
    }

    @Test
    void ourOwnCallBackIsNoContact() {
        assertThat(tracker.onEvent(call("call.started", "a", "outbound", 0))).isEmpty();
        assertThat(end("a", MINUTE)).isEmpty();
        assertThat(state.bytesOf("")).isZero();
    }

    @Test
    void anOpeningThatDoesNotSayItsDirectionDoesNotMeetTheCondition() {
        assertThat(tracker.onEvent(call("call.started", "a", null, 0))).isEmpty();
    }

    @Test
    void ourCallBackDuringAContactDoesNotProlongIt() {
        start("a", 0);
        tracker.onEvent(call("call.started", "b", "outbound", MINUTE));

        assertThat(names(end("a", 2 * MINUTE))).containsExactly("contact.ended");
    }

    @Test
    void aForgottenConversationDoesNotSwallowLaterContacts() {
        start("lost", 0);
        for (long day = 1; day <= 5; day++) {
            long morning = day * 23 * HOUR;
            List<CareEvent> started = start("call" + day, morning);
            List<CareEvent> ended = end("call" + day, morning + MINUTE);

            assertThat(names(started)).as("day " + day).isEqualTo(day == 1 ? List.of() : List.of("contact.started"));
            assertThat(names(ended)).as("day " + day).isEqualTo(day == 1 ? List.of() : List.of("contact.ended"));
        }
    }

    @Test
    void aVeryLongConversationStillEnds() {
        start("a", 0);

        assertThat(names(end("a", 30 * HOUR))).containsExactly("contact.ended");
    }

    @Test
    void closingWhatWasNotOpenedDoesNothing() {
        assertThat(end("a", 0)).isEmpty();
        start("a", MINUTE);
        assertThat(end("b", 2 * MINUTE)).isEmpty();
        end("a", 3 * MINUTE);
        assertThat(end("a", 4 * MINUTE)).isEmpty();
    }

    @Test
    void anEventThatOpensAndClosesIsAWholeContact() {
        List<CareEvent> derived = tracker.onEvent(event("store.visited", "s1", 5));

        assertThat(names(derived)).containsExactly("contact.started", "contact.ended");
        assertThat(derived.get(1).number("durationSeconds")).isZero();
        assertThat(derived).extracting(CareEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void withoutAConversationFieldAnyClosingEndsTheContact() {
        tracker.onEvent(event("visit.began", null, 0));
        assertThat(tracker.onEvent(event("visit.began", null, MINUTE))).isEmpty();

        assertThat(names(tracker.onEvent(event("visit.left", null, 2 * MINUTE))))
                .containsExactly("contact.ended");
        assertThat(tracker.onEvent(event("visit.left", null, 3 * MINUTE))).isEmpty();
    }

    @Test
    void anErasedCustomerIsForgotten() {
        start("a", 0);
        tracker.clear();

        assertThat(end("a", MINUTE)).isEmpty();
        assertThat(state.bytesOf("")).isZero();
    }

    private static List<String> names(List<CareEvent> events) {
        return events.stream().map(event -> event.type().name()).toList();
    }

    private List<CareEvent> start(String conversation, long timeMillis) {
        return tracker.onEvent(call("call.started", conversation, "inbound", timeMillis));
    }

    private List<CareEvent> end(String conversation, long timeMillis) {
        return tracker.onEvent(event("call.ended", conversation, timeMillis));
    }

    private CareEvent call(String type, String conversation, @Nullable String direction, long timeMillis) {
        CareEvent event = event(type, conversation, timeMillis);
        @Nullable Object[] row = event.copyOfValues();
        row[event.type().indexOf("direction")] = direction;
        return event.withValues(row);
    }

    private CareEvent event(String name, @Nullable String conversation, long timeMillis) {
        EventType type = CATALOGUE.require(name);
        @Nullable Object[] row = new Object[type.fields().size()];
        if (conversation != null) {
            row[type.indexOf("conversation")] = conversation;
        }
        return new CareEvent(type, "e" + count++, "pbx", "c1", timeMillis, timeMillis, 0, row);
    }
}
