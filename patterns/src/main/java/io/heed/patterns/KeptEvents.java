package io.heed.patterns;

import io.heed.events.CareEvent;
import io.heed.events.state.Cell;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import io.heed.patterns.KeptEvent.KeptEventCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The latest events of the customer at hand, for each pattern that keeps some. One more event rewrites no other. */
final class KeptEvents {
    /** The name of the cell that every customer with kept events has. */
    static final String INDEX = "patterns.kept-index";

    private final Table<String, KeptEvent> events;
    private final Cell<List<Shelf>> index;

    /**
     * Where the events of one pattern are.
     *
     * @param first the number of the oldest
     * @param next the number of the next to come
     * @param replayedMillis the effective time of the last change for which they ran through a new version
     */
    private record Shelf(String pattern, long first, long next, long replayedMillis) {
        static final Codec<Shelf> CODEC = new ShelfCodec();

        String key(long number) {
            return pattern + "/" + number;
        }
    }

    KeptEvents(StateStore state, Codec<CareEvent> codec) {
        this.events = state.table("patterns.kept", Codecs.TEXT, new KeptEventCodec(codec));
        this.index = state.cell(INDEX, Codecs.listOf(Shelf.CODEC));
    }

    /** Keeps an event, and lets go of the oldest beyond a limit. */
    void keep(String pattern, int limit, CareEvent event, SortedMap<String, Double> features) {
        Shelf before = shelf(pattern);
        Shelf shelf = before == null ? new Shelf(pattern, 0, 0, event.dueMillis()) : before;
        events.put(shelf.key(shelf.next()), new KeptEvent(event, false, features));
        long first = shelf.first();
        for (; shelf.next() + 1 - first > limit; first++) {
            events.remove(shelf.key(first));
        }
        replace(new Shelf(pattern, first, shelf.next() + 1, shelf.replayedMillis()));
    }

    /** Notes that a match which began with an event was given. */
    void noteGiven(String pattern, CareEvent anchor) {
        Shelf shelf = shelf(pattern);
        if (shelf == null) {
            return;
        }
        for (long number = shelf.next() - 1; number >= shelf.first(); number--) {
            KeptEvent kept = events.get(shelf.key(number));
            if (kept != null && kept.isOf(anchor)) {
                events.put(shelf.key(number), kept.asGiven());
                return;
            }
        }
    }

    /** What is kept for a pattern, the oldest first. */
    List<KeptEvent> of(String pattern) {
        List<KeptEvent> kept = new ArrayList<>();
        Shelf shelf = shelf(pattern);
        if (shelf != null) {
            for (long number = shelf.first(); number < shelf.next(); number++) {
                KeptEvent event = events.get(shelf.key(number));
                if (event != null) {
                    kept.add(event);
                }
            }
        }
        return kept;
    }

    /** The patterns for which something is kept, each with the time of its last replay. */
    SortedMap<String, Long> lastReplays() {
        SortedMap<String, Long> last = new TreeMap<>();
        List<Shelf> all = index.get();
        if (all != null) {
            all.forEach(shelf -> last.put(shelf.pattern(), shelf.replayedMillis()));
        }
        return last;
    }

    /** Notes that the events of a pattern ran through a version that took effect at a time. */
    void noteReplay(String pattern, long effectiveMillis) {
        Shelf shelf = shelf(pattern);
        if (shelf != null) {
            replace(new Shelf(pattern, shelf.first(), shelf.next(), effectiveMillis));
        }
    }

    /** Lets go of what is kept for patterns that keep nothing any more. */
    void forgetAllBut(Predicate<String> keeps) {
        List<Shelf> all = index.get();
        if (all == null || all.stream().allMatch(shelf -> keeps.test(shelf.pattern()))) {
            return;
        }
        List<Shelf> left = new ArrayList<>();
        for (Shelf shelf : all) {
            if (keeps.test(shelf.pattern())) {
                left.add(shelf);
                continue;
            }
            for (long number = shelf.first(); number < shelf.next(); number++) {
                events.remove(shelf.key(number));
            }
        }
        if (left.isEmpty()) {
            index.clear();
        } else {
            index.set(left);
        }
    }

    void clear() {
        events.clear();
        index.clear();
    }

    private @Nullable Shelf shelf(String pattern) {
        List<Shelf> all = index.get();
        if (all == null) {
            return null;
        }
        return all.stream()
                .filter(shelf -> shelf.pattern().equals(pattern))
                .findFirst()
                .orElse(null);
    }

    private void replace(Shelf shelf) {
        List<Shelf> all = new ArrayList<>();
        List<Shelf> before = index.get();
        if (before != null) {
            before.stream()
                    .filter(other -> !other.pattern().equals(shelf.pattern()))
                    .forEach(all::add);
        }
        all.add(shelf);
        index.set(all);
    }

    private static final class ShelfCodec implements Codec<Shelf> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(Shelf shelf, DataOutput out) throws IOException {
            Codecs.writeText(shelf.pattern(), out);
            out.writeLong(shelf.first());
            out.writeLong(shelf.next());
            out.writeLong(shelf.replayedMillis());
        }

        @Override
        public Shelf read(DataInput in, int writtenVersion) throws IOException {
            return new Shelf(Codecs.readText(in), in.readLong(), in.readLong(), in.readLong());
        }
    }
}
