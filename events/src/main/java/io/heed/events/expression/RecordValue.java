package io.heed.events.expression;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.common.values.StructValue;
import io.heed.events.CareEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link Fields} as CEL wants to see it. */
@Immutable
@SuppressWarnings("Immutable") // the record does not change during an evaluation, which is all that CEL needs
final class RecordValue extends StructValue<String, RecordValue> {
    private static final CelType TYPE = StructTypeReference.create("heed.record");

    private final Fields record;

    RecordValue(Fields record) {
        this.record = record;
    }

    @Override
    public RecordValue value() {
        return this; // CEL unwraps the items of a list and then selects from what it finds
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return TYPE;
    }

    @Override
    public Object select(String field) {
        return find(field).orElseThrow(() -> new AbsentValueException(field));
    }

    @Override
    public Optional<Object> find(String field) {
        Object value = record.get(field);
        return value == null ? Optional.empty() : Optional.of(wrap(value));
    }

    static Object wrap(Object value) {
        if (value instanceof CareEvent event) {
            return new RecordValue(new EventRecord(event));
        }
        if (value instanceof Fields nested) {
            return new RecordValue(nested);
        }
        if (value instanceof List<?> items) {
            List<Object> wrapped = new ArrayList<>(items.size());
            items.forEach(item -> wrapped.add(wrap(item)));
            return wrapped;
        }
        return value;
    }
}
