package io.heed.triggers.profile;

import io.heed.events.CareEvent;
import io.heed.events.state.Cell;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of the customer at hand that caps count: those of any system and Heed's own triggers. */
public final class MessageHistory {
    private static final Comparator<SentMessage> ORDER = Comparator.comparingLong(SentMessage::timeMillis)
            .thenComparing(SentMessage::triggerId)
            .thenComparing(SentMessage::offer)
            .thenComparing(SentMessage::reached);

    private final Cell<List<SentMessage>> sent;
    private final List<ContactCap> caps;
    private final long keptMillis;

    /** A history that remembers for as long as the longest cap reaches back. */
    public MessageHistory(StateStore state, List<ContactCap> caps) {
        this.sent = state.cell("plays.messages", Codecs.listOf(SentMessage.CODEC));
        this.caps = List.copyOf(caps);
        this.keptMillis =
                caps.stream().mapToLong(ContactCap::withinMillis).max().orElse(0);
    }

    /** Notes an {@code outreach.sent}; one that names a trigger noted before is that same message. */
    public void note(CareEvent outreach, long nowMillis) {
        String triggerId = outreach.text("triggerId");
        boolean offer = "offer".equals(outreach.text("purpose"));
        note(new SentMessage(outreach.timeMillis(), triggerId == null ? "" : triggerId, offer, true), nowMillis);
    }

    /** Notes a message; one that names a trigger noted before is that same message. */
    public void note(SentMessage message, long nowMillis) {
        List<SentMessage> kept = new ArrayList<>();
        SentMessage noted = message;
        for (SentMessage other : all()) {
            if (!message.triggerId().isEmpty() && message.triggerId().equals(other.triggerId())) {
                noted = new SentMessage(
                        message.timeMillis(),
                        message.triggerId(),
                        message.offer() || other.offer(),
                        message.reached() || other.reached());
            } else if (other.timeMillis() > nowMillis - keptMillis) {
                kept.add(other);
            }
        }
        if (keptMillis > 0) {
            kept.add(noted);
        }
        kept.sort(ORDER);
        sent.set(kept);
    }

    /** The cap that one more message would break, or null. */
    public @Nullable ContactCap brokenBy(boolean offer, boolean reaches, long nowMillis) {
        if (!offer && !reaches) {
            return null;
        }
        List<SentMessage> all = all();
        for (ContactCap cap : caps) {
            boolean concerns = cap.offersOnly() ? offer : reaches;
            if (concerns
                    && all.stream()
                                    .filter(message -> cap.counts(message, nowMillis))
                                    .count()
                            >= cap.messages()) {
                return cap;
            }
        }
        return null;
    }

    /** Forgets the customer. */
    public void clear() {
        sent.clear();
    }

    private List<SentMessage> all() {
        List<SentMessage> all = sent.get();
        return all == null ? List.of() : all;
    }
}
