package io.heed.jobs.understanding;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.FieldType;
import io.heed.events.PersonalData;
import io.heed.language.CustomerMessage;
import io.heed.language.LanguageUnderstanding;
import io.heed.language.Speaker;
import io.heed.language.Understanding;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes personal data out of an event and understands its text. Flagged identifiers become keyed hashes, free text is
 * redacted, and the type's text, where it names one, gets its language, emotion and reason.
 */
public final class EventUnderstanding {
    private final Supplier<LanguageUnderstanding> language;
    private final KeyedHash hash;

    /** An understanding by the JVM's one instance of the language models. */
    public EventUnderstanding(LanguageUnderstanding language, KeyedHash hash) {
        this(() -> language, hash);
    }

    /** An understanding that asks for the language models only when there is text; it may ask again and again. */
    public EventUnderstanding(Supplier<LanguageUnderstanding> language, KeyedHash hash) {
        this.language = language;
        this.hash = hash;
    }

    /** The event as it may be stored, read by the champion; the same object where there was nothing to do. */
    public CareEvent understand(CareEvent event) {
        return EventReading.read(protect(event), any -> language.get().champion());
    }

    /**
     * The event as it may be stored, its text not read yet ({@link EventReading}); the same object where there was
     * nothing to do.
     */
    public CareEvent protect(CareEvent event) {
        EventType type = event.type();
        if (!type.isPersonal()) {
            return event;
        }
        @Nullable Object[] row = event.copyOfValues();
        io.heed.events.Understanding spec = type.understanding();
        if (spec != null && row[type.indexOf(spec.text())] instanceof String text) {
            redactText(event, spec, text, row);
        }
        protect(type.fields(), row, conversation(event), spec == null ? "" : spec.text());
        return event.withValues(row);
    }

    /**
     * Takes personal data out of a text that belongs to no event, such as that of a dead letter.
     *
     * @param place where the text was found: the same value has another placeholder elsewhere
     */
    public String redact(String text, String place) {
        return language.get().redactor().redact(text, place);
    }

    private void redactText(CareEvent event, io.heed.events.Understanding spec, String text, @Nullable Object[] row) {
        EventType type = event.type();
        Speaker speaker = EventReading.speaker(event, spec);
        Understanding redacted = language.get().redact(new CustomerMessage(text, conversation(event), speaker, null));
        row[type.indexOf(spec.text())] = redacted.withheld() ? null : redacted.redactedText();
        row[type.indexOf(io.heed.events.Understanding.LANGUAGE)] = redacted.language();
        row[type.indexOf(io.heed.events.Understanding.EMOTION)] = redacted.emotionalState();
    }

    private void protect(List<Field> fields, @Nullable Object[] row, String conversation, String done) {
        for (int i = 0; i < row.length; i++) {
            Field field = fields.get(i);
            Object value = row[i];
            if (value == null || field.name().equals(done)) {
                continue;
            }
            if (field.type() == FieldType.LIST) {
                @Nullable Object[][] rows = ((@Nullable Object[][]) value).clone();
                for (int j = 0; j < rows.length; j++) {
                    rows[j] = rows[j].clone();
                    protect(field.fields(), rows[j], conversation, "");
                }
                row[i] = rows;
            } else if (field.personal() == PersonalData.HASH) {
                row[i] = hash.of((String) value);
            } else if (field.personal() == PersonalData.REDACT) {
                row[i] = language.get().redactor().redact((String) value, conversation);
            }
        }
    }

    /** An event that names no conversation stands alone, so that nothing joins it to others by their placeholders. */
    private static String conversation(CareEvent event) {
        io.heed.events.Understanding spec = event.type().understanding();
        String conversation = spec == null || spec.conversation().isEmpty() ? null : event.text(spec.conversation());
        return conversation == null ? event.id() : conversation;
    }
}
