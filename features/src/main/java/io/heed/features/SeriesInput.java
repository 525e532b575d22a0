package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.Bindings;
import io.heed.events.expression.Expression;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Scope;
import io.heed.events.expression.ValueType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A series' declaration, compiled: what it keeps of an event. */
final class SeriesInput {
    /** The time of an event that does not say when it counts. */
    static final long NO_TIME = Long.MIN_VALUE;

    private static final String PLAIN_FIELD = "event\\.[A-Za-z0-9]+";
    /** Hashes of texts are kept as numbers, which hold 53 bits exactly. */
    private static final int HASH_SHIFT = 64 - 53;

    private final SeriesDefinition series;
    private final @Nullable Expression where;
    private final @Nullable Expression value;
    private final @Nullable Expression at;
    /** The field that is the value, "" where the value is more than a field. */
    private final String valueField;

    private final @Nullable ToDoubleFunction<CareEvent> numbers;

    /**
     * A declaration's input.
     *
     * @param numbers the number that is kept of an event in place of its value, or null to keep the value
     */
    SeriesInput(SeriesDefinition series, EventCatalogue catalogue, @Nullable ToDoubleFunction<CareEvent> numbers) {
        this.series = series;
        this.numbers = numbers;
        List<EventType> types = series.events().stream().map(catalogue::require).toList();
        ExpressionCompiler compiler = new ExpressionCompiler(Scope.empty().withEvent("event", types));
        this.where = compile(compiler, series.where(), ValueType.CONDITION);
        this.value = compile(compiler, series.value(), series.text() ? ValueType.TEXT : ValueType.NUMBER);
        this.at = compile(compiler, series.at(), ValueType.TIME);
        String value = series.value();
        this.valueField = !series.text() && value.matches(PLAIN_FIELD) ? value.substring("event.".length()) : "";
    }

    private static @Nullable Expression compile(ExpressionCompiler compiler, String text, ValueType wanted) {
        return text.isEmpty() ? null : compiler.compile(text, wanted);
    }

    /** The hash of the text of a field, 0 where the event does not hold it. */
    static long hashOf(CareEvent event, String field) {
        Object value = event.value(field);
        return value == null ? 0 : hash(value.toString()) | 1;
    }

    /** Whether an event fulfils the condition. */
    boolean isMeant(Bindings event) {
        return where == null || where.holds(event);
    }

    /** What is kept of an event: 0 where nothing but its time is; NaN where it holds no such value. */
    double value(CareEvent event, Bindings bindings) {
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
        if (!valueField.isEmpty()) {
            return finite(event.number(valueField));
        }
        if (series.text()) {
            return value.evaluate(bindings) instanceof String text ? (double) (hash(text) >>> HASH_SHIFT) : Double.NaN;
        }
        return finite(value.number(bindings));
    }

    /** When an event counts, or {@link #NO_TIME} where it does not say. */
    long timeMillis(CareEvent event, Bindings bindings) {
        if (at == null) {
            return event.timeMillis();
        }
        return at.evaluate(bindings) instanceof Instant instant ? instant.toEpochMilli() : NO_TIME;
    }

    private static double finite(double number) {
        return Double.isFinite(number) ? number : Double.NaN;
    }

    /** FNV-1a over UTF-8, finished by the mixer of MurmurHash3. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
