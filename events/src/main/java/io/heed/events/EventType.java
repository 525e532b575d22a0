package io.heed.events;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A kind of event: whom it is about and how its rows are laid out. Types only grow, by fields added at the end. */
public final class EventType implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
    /** Names that every event has beside its own fields. */
    public static final Set<String> RESERVED = Set.of("id", "source", "type", "subject", "time");

    private final String name;
    private final String description;
    private final SubjectKind subject;
    private final long usualDelayMillis;
    private final List<Field> fields;
    private final @Nullable Understanding understanding;
    private final boolean personal;
    private final Map<String, Integer> indexes = new HashMap<>();

    /**
     * A type with its fields in order.
     *
     * @param usualDelayMillis how late events of a slow type usually arrive; 0 for a prompt type
     */
    public EventType(
            String name,
            String description,
            SubjectKind subject,
            long usualDelayMillis,
            List<Field> declared,
            @Nullable Understanding understanding) {
        check(NAME.matcher(name).matches(), "an event type's name is not dotted lower case: " + name);
        this.name = name;
        this.description = description;
        this.subject = subject;
        this.usualDelayMillis = usualDelayMillis;
        this.understanding = understanding;
        List<Field> all = new ArrayList<>();
        if (understanding != null) {
            all.addAll(Understanding.addedFields()); // first, so that declared fields can be added at the end
        }
        all.addAll(declared);
        this.fields = List.copyOf(all);
        this.personal = this.fields.stream().anyMatch(Field::isPersonal);
        checkNames();
        checkUnderstanding();
    }

    /** The dotted name, such as {@code bill.issued}. */
    public String name() {
        return name;
    }

    /** What an event of this type says, for people. */
    public String description() {
        return description;
    }

    /** Whom its events are about. */
    public SubjectKind subject() {
        return subject;
    }

    /** How late its events usually arrive, in milliseconds; 0 for a prompt type. */
    public long usualDelayMillis() {
        return usualDelayMillis;
    }

    /** Whether its events arrive late by nature and so do not drive time. */
    public boolean isSlow() {
        return usualDelayMillis > 0;
    }

    /** The fields, in the order of a row's values. */
    public List<Field> fields() {
        return fields;
    }

    /** How its text is understood, or null where it has none. */
    public @Nullable Understanding understanding() {
        return understanding;
    }

    /** Whether any of its fields, those of lists included, is personal. */
    public boolean isPersonal() {
        return personal;
    }

    /** The place of a field in a row, or -1 where there is no such field. */
    public int indexOf(String field) {
        return indexes.getOrDefault(field, -1);
    }

    /** The field of that name, or null. */
    public @Nullable Field field(String fieldName) {
        int index = indexOf(fieldName);
        return index < 0 ? null : fields.get(index);
    }

    @Override
    public String toString() {
        return name;
    }

    private void checkNames() {
        Set<String> seen = new HashSet<>();
        for (Field field : fields) {
            check(!RESERVED.contains(field.name()), "a field's name is reserved: " + field.name() + " in " + name);
            check(seen.add(field.name()), "a field stands twice: " + field.name() + " in " + name);
            indexes.put(field.name(), indexes.size());
        }
    }

    private void checkUnderstanding() {
        if (understanding == null) {
            return;
        }
        Field text = field(understanding.text());
        check(
                text != null && text.personal() == PersonalData.REDACT,
                "understand names a text that is not declared with personal: redact: " + understanding.text());
        for (String other : List.of(understanding.speaker(), understanding.conversation())) {
            check(other.isEmpty() || indexOf(other) >= 0, "understand names a field that is not declared: " + other);
        }
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
