package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.SubjectKind;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.timeline.SharedHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Measures events a second on one thread with the telco's features; run by hand. */
final class FeatureSpeed {
    private static final int CUSTOMERS = 1_000;
    private static final int EVENTS = 200_000;
    private static final long START = 1_770_000_000_000L;

    private FeatureSpeed() {}

    /** Prints one figure for observing alone and one for reading every feature before each tenth event too. */
    public static void main(String[] arguments) {
        for (int readEvery : new int[] {0, 0, 10, 10}) {
            System.out.printf("reading all features before every %d events: %,d events/s%n", readEvery, run(readEvery));
        }
    }

    private static long run(int readEvery) {
        Workspace workspace = Workspace.local(Path.of(".."));
        EventCatalogue catalogue = EventCatalogue.load(workspace);
        FeatureDefinitions features = FeatureDefinitions.load(workspace, catalogue);
        FeatureBench bench = new FeatureBench(catalogue, features, SharedHistory.EMPTY);
        List<EventType> types = catalogue.types().stream()
                .filter(type -> type.subject() == SubjectKind.CUSTOMER)
                .toList();
        Random random = new Random(7);
        CareEvent[] events = new CareEvent[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            events[i] = event(types.get(random.nextInt(types.size())), i, random);
        }
        long startNanos = System.nanoTime();
        for (int i = 0; i < EVENTS; i++) {
            bench.turnTo(events[i].subject());
            bench.handleDue(events[i].dueMillis());
            FeatureView view = bench.at(events[i].dueMillis(), events[i]);
            if (readEvery > 0 && i % readEvery == 0) {
                features.names().forEach(view::value);
            }
            bench.observe(events[i]);
        }
        return EVENTS * 1_000_000_000L / (System.nanoTime() - startNanos);
    }

    private static CareEvent event(EventType type, int number, Random random) {
        long time = START + number * 60_000L;
        @Nullable Object[] row = new Object[type.fields().size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(type.fields().get(i), time, random);
        }
        String customer = "c" + random.nextInt(CUSTOMERS);
        return new CareEvent(type, "e" + number, "speed", customer, time, time, number, row);
    }

    private static Object value(Field field, long time, Random random) {
        return switch (field.type()) {
            case TEXT ->
                field.values().isEmpty()
                        ? field.name() + random.nextInt(3)
                        : field.values().get(random.nextInt(field.values().size()));
            case NUMBER -> random.nextInt(10_000) / 100.0;
            case WHOLE -> (long) random.nextInt(300);
            case FLAG -> random.nextBoolean();
            case TIME -> time - random.nextInt(1_000_000_000);
            case LIST ->
                new Object[][] {
                    field.fields().stream()
                            .map(item -> value(item, time, random))
                            .toArray()
                };
        };
    }
}
