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
import org.jspecify.annotations.Nullable;

/** A series' declaration, compiled: which events count, and when. */
final class SeriesInput {
    /** The time of an event that does not say when it counts. */
    static final long NO_TIME = Long.MIN_VALUE;

    private final @Nullable Expression where;
    private final @Nullable Expression at;

    SeriesInput(SeriesDefinition series, EventCatalogue catalogue) {
        ExpressionCompiler compiler = compiler(series, catalogue);
        this.where = compile(compiler, series.where(), ValueType.CONDITION);
        this.at = compile(compiler, series.at(), ValueType.TIME);
    }

    /** A compiler of expressions over the events of a series. */
    static ExpressionCompiler compiler(SeriesDefinition series, EventCatalogue catalogue) {
        List<EventType> types = series.events().stream().map(catalogue::require).toList();
        return new ExpressionCompiler(Scope.empty().withEvent("event", types));
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

    /** When an event counts, or {@link #NO_TIME} where it does not say. */
    long timeMillis(CareEvent event, Bindings bindings) {
        if (at == null) {
            return event.timeMillis();
        }
        return at.evaluate(bindings) instanceof Instant instant ? instant.toEpochMilli() : NO_TIME;
    }

    /** FNV-1a over UTF-8, finished by the mixer of MurmurHash3. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
