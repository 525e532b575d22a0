package io.heed.benchmarks.patterns;

import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.state.MemoryStateStore;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.Agenda;
import io.heed.patterns.PatternStage;
import io.heed.patterns.definition.PatternDefinitions;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a customer takes with all twenty patterns open: open matches, their index and the agenda.
 *
 * @param serializedBytes in bytes as they are written to disk, keys included
 * @param heapBytes in bytes of live objects, the events included
 */
public record OpenMatchMemory(int customers, double serializedBytes, double heapBytes) {
    /** How many patterns are open. */
    public static final int PATTERNS = 20;

    /** Measures over so many customers. */
    public static OpenMatchMemory measure(int customers) {
        MemoryStateStore bytes = new MemoryStateStore();
        open(bytes, bytes::turnTo, customers);
        long serialized = 0;
        for (int i = 0; i < customers; i++) {
            serialized += bytes.bytesOf("c" + i);
        }
        return new OpenMatchMemory(customers, (double) serialized / customers, heapBytes(customers));
    }

    private static double heapBytes(int customers) {
        LiveStateStore warm = new LiveStateStore();
        PatternStage before = open(warm, warm::turnTo, 1); // classes are loaded, and everything is compiled once
        long usedBefore = usedBytes();
        LiveStateStore live = new LiveStateStore();
        PatternStage stage = open(live, live::turnTo, customers);
        long used = usedBytes() - usedBefore;
        warm.turnTo("c0");
        live.turnTo("c0");
        if (!before.openMatches().equals(stage.openMatches())) { // both must be alive up to here
            throw new IllegalStateException("customers differ: " + stage.openMatches());
        }
        return (double) used / customers;
    }

    private static PatternStage open(StateStore state, Consumer<String> turnTo, int customers) {
        EventCatalogue catalogue = TrafficTypes.catalogue();
        PatternDefinitions patterns = MeasuredPatterns.of(PATTERNS, catalogue);
        PatternStage stage = new PatternStage(state, new Agenda(state).of("patterns"), patterns, catalogue, List.of());
        for (int i = 0; i < customers; i++) {
            turnTo.accept("c" + i);
            for (CareEvent event : OpeningEvents.of(catalogue, "c" + i)) {
                stage.onEvent(event, new NoFeatures(event.dueMillis()));
            }
            if (stage.openMatches().size() != PATTERNS) {
                throw new IllegalStateException("not all patterns are open: " + stage.openMatches());
            }
        }
        return stage;
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
