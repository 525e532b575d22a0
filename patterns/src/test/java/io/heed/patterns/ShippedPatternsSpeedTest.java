package io.heed.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.state.MemoryStateStore;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.Deadline;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What the shipped patterns cost in one thread, in CPU time; run it with {@code -Dheed.patterns.speed=200000} (events). */
@EnabledIfSystemProperty(named = "heed.patterns.speed", matches = "\\d+")
class ShippedPatternsSpeedTest {
    private static final int CUSTOMERS = 1_000;
    private static final Map<String, Double> VALUES = values();

    @Test
    void saysTheCostOnTheHeapAndThroughBytes() {
        List<CareEvent> events = events(Integer.getInteger("heed.patterns.speed"));
        for (int round = 0; round < 3; round++) {
            HeapStore heap = new HeapStore();
            MemoryStateStore bytes = new MemoryStateStore();
            int onHeap = run("heap ", heap, heap::turnTo, events);
            int throughBytes = run("bytes", bytes, bytes::turnTo, events);
            assertThat(throughBytes).isEqualTo(onHeap);
        }
    }

    private static int run(String name, StateStore store, Consumer<String> turnTo, List<CareEvent> events) {
        Agenda agenda = new Agenda(store);
        PatternStage stage =
                new PatternStage(store, agenda.of("patterns"), Telco.PATTERNS, Telco.CATALOGUE, Telco.FEATURES);
        int matches = 0;
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        for (CareEvent event : events) {
            turnTo.accept(event.subject());
            long now = event.dueMillis();
            for (Deadline due = agenda.pollDue(now); due != null; due = agenda.pollDue(now)) {
                Features then = new Features(due.timeMillis(), VALUES);
                matches += stage.onDue(due.timeMillis(), anchor -> then).size();
            }
            matches += stage.onEvent(event, new Features(now, VALUES)).size();
        }
        double seconds = (thread.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                "%s %d events, %d matches, %.0f events per CPU second, %.1f CPU us/event%n",
                name, events.size(), matches, events.size() / seconds, seconds * 1e6 / events.size());
        return matches;
    }

    /** Ninety days: nearly half data usage, then voice, web, bills, contacts and troubles, in shares like a telco's. */
    private static List<CareEvent> events(int count) {
        Random random = new Random(7);
        List<CareEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String customer = "c" + random.nextInt(CUSTOMERS);
            String after = (long) (7_776_000.0 * i / count) + "s";
            events.add(event("e" + i, random.nextInt(100), after, random).withSubject(customer));
        }
        return events;
    }

    private static CareEvent event(String id, int share, String after, Random random) {
        String addon = "x" + random.nextInt(2);
        if (share < 5) {
            return Telco.event(id, "usage.data", after, "line", "l1", "addon", addon);
        }
        if (share < 45) {
            return Telco.event(id, "usage.data", after, "line", "l1");
        }
        if (share < 59) {
            return Telco.event(id, "usage.voice", after, "line", "l1");
        }
        if (share < 75) {
            return Telco.event(id, "web.visited", after, "page", share < 62 ? "account" : "home", "dwell", 40.0);
        }
        if (share < 81) {
            return Telco.event(
                    id, "bill.issued", after, "kind", "regular", "charges", 40.0 + random.nextInt(40), "account", "a1");
        }
        if (share < 84) {
            return Telco.event(id, "call.dropped", after, "line", "l1");
        }
        if (share < 87) {
            return Telco.event(id, "payment.failed", after, "account", "a1", "amount", 50.0);
        }
        if (share < 90) {
            return Telco.event(id, "call.started", after, "conversation", id, "direction", "inbound");
        }
        if (share < 92) {
            return Telco.event(id, "call.ended", after, "conversation", id, "resolved", true, "topic", "billing");
        }
        if (share < 95) {
            return Telco.event(
                    id, "chat.closed", after, "conversation", id, "resolved", share < 93, "topic", "network");
        }
        if (share < 97) {
            return Telco.event(id, "addon.added", after, "addon", addon, "useType", "usage.data", "cancellable", true);
        }
        return Telco.event(id, share < 98 ? "web.error" : "form.failed", after);
    }

    private static Map<String, Double> values() {
        Map<String, Double> values = new HashMap<>();
        Telco.FEATURES.forEach(feature -> values.put(feature, 1.0));
        values.putAll(Map.of(
                "bill_usual_before",
                50.0,
                "bill_count_last_3",
                3.0,
                "bill_explanations_since_bill",
                0.0,
                "outage_open_minutes",
                0.0));
        return values;
    }
}
