package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.Bindings;
import io.heed.events.expression.Expression;
import io.heed.events.expression.ValueType;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The value that is kept of each event of a series, compiled. */
final class ValueInput {
    private static final String PLAIN_FIELD = "event\\.[A-Za-z0-9]+";
    /** So many bits of the hash of a text are kept, as a number. */
    private static final int HASH_BITS = 40;

    private final boolean text;
    private final @Nullable Expression value;
    /** The field that is the value, "" where the value is more than a field. */
    private final String field;

    private final @Nullable ToDoubleFunction<CareEvent> numbers;

    /**
     * A declaration's value.
     *
     * @param numbers the number that is kept of an event in place of its value, or null to keep the value
     */
    ValueInput(SeriesDefinition series, EventCatalogue catalogue, @Nullable ToDoubleFunction<CareEvent> numbers) {
        this.numbers = numbers;
        String expression = series.value();
        this.text = series.text();
        this.value = expression.isEmpty()
                ? null
                : SeriesInput.compiler(series, catalogue).compile(expression, text ? ValueType.TEXT : ValueType.NUMBER);
        this.field = !text && expression.matches(PLAIN_FIELD) ? expression.substring("event.".length()) : "";
    }

    /** What is kept of an event: 0 where nothing but its time is; NaN where it holds no such value. */
    double of(CareEvent event, Bindings bindings) {
        double taken = taken(event, bindings);
        return numbers == null || Double.isNaN(taken) ? taken : numbers.applyAsDouble(event);
    }

    /** What people see as the value of an event, or null where nothing but its time counts. */
    @Nullable
    Object shown(CareEvent event) {
        return value == null ? null : value.evaluate(Bindings.ofEvent("event", event));
    }

    private double taken(CareEvent event, Bindings bindings) {
        if (value == null) {
            return 0;
        }
        if (!field.isEmpty()) {
            return finite(event.number(field));
        }
        if (text) {
            return value.evaluate(bindings) instanceof String found
                    ? (double) (SeriesInput.hash(found) >>> (64 - HASH_BITS))
                    : Double.NaN;
        }
        return finite(value.number(bindings));
    }

    private static double finite(double number) {
        return Double.isFinite(number) ? number : Double.NaN;
    }
}
