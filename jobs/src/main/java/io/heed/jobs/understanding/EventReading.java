package io.heed.jobs.understanding;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.language.MessageReader;
import io.heed.language.Speaker;
import io.heed.language.Understanding;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Reads the text of an event whose personal data is out: emotional state, distress, contact reason. */
public final class EventReading {
    private EventReading() {}

    /**
     * The event with what its text says; the same object where nothing is to be read.
     *
     * @param readers who reads messages of a time
     */
    public static CareEvent read(CareEvent event, LongFunction<MessageReader> readers) {
        return isRead(event) ? read(event, readers.apply(event.timeMillis())) : event;
    }

    /** Whether an event has a customer's words that nothing withheld; an agent's text may name the customer as speaker. */
    public static boolean isRead(CareEvent event) {
        io.heed.events.Understanding spec = event.type().understanding();
        String text = spec == null ? null : event.text(spec.text());
        return spec != null && text != null && MessageReader.holdsCustomersWords(text, speaker(event, spec));
    }

    private static CareEvent read(CareEvent event, MessageReader reader) {
        EventType type = event.type();
        io.heed.events.Understanding spec = type.understanding();
        String text = spec == null ? null : event.text(spec.text());
        String language = event.text(io.heed.events.Understanding.LANGUAGE);
        if (spec == null || text == null || language == null) {
            return event;
        }
        Understanding read = reader.read(text, speaker(event, spec), language);
        @Nullable Object[] row = event.copyOfValues();
        row[type.indexOf(io.heed.events.Understanding.EMOTION)] = read.emotionalState();
        read.distress().ifPresent(distress -> row[type.indexOf(io.heed.events.Understanding.DISTRESS)] = distress);
        read.reason().ifPresent(reason -> {
            row[type.indexOf(io.heed.events.Understanding.REASON)] = reason.name();
            row[type.indexOf(io.heed.events.Understanding.REASON_CONFIDENCE)] = reason.confidence();
        });
        return event.withValues(row);
    }

    static Speaker speaker(CareEvent event, io.heed.events.Understanding spec) {
        String speaker = spec.speaker().isEmpty() ? null : event.text(spec.speaker());
        return switch (speaker == null ? "customer" : speaker.toLowerCase(Locale.ROOT)) {
            case "customer" -> Speaker.CUSTOMER;
            case "bot" -> Speaker.BOT;
            default -> Speaker.AGENT; // whoever else speaks, such as a supervisor, is no customer and not scored
        };
    }
}
