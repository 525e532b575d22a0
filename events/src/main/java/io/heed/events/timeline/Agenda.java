package io.heed.events.timeline;

import io.heed.events.state.Cell;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The due work of the customer at hand, of all stages, in one order. */
public final class Agenda {
    private final Cell<List<Deadline>> deadlines;

    /** The agenda that a job keeps in its state. */
    public Agenda(StateStore state) {
        this.deadlines = state.cell("timeline.agenda", Codecs.listOf(new DeadlineCodec()));
    }

    /** The part of the agenda that belongs to one stage. */
    public StageAgenda of(String stage) {
        return new StageAgenda(this, stage);
    }

    /** The next work, or null where nothing is due ever. */
    public @Nullable Deadline next() {
        List<Deadline> all = deadlines.get();
        return all == null || all.isEmpty() ? null : all.get(0);
    }

    /** Takes the next work off the agenda if it is due at or before a time. */
    public @Nullable Deadline pollDue(long timeMillis) {
        Deadline next = next();
        if (next == null || next.timeMillis() > timeMillis) {
            return null;
        }
        keep(without(next.stage(), next.name()));
        return next;
    }

    /** All open work, in order; for reports. */
    public List<Deadline> open() {
        List<Deadline> all = deadlines.get();
        return all == null ? List.of() : List.copyOf(all);
    }

    /** Forgets all work of the customer. */
    public void clear() {
        deadlines.clear();
    }

    void set(Deadline deadline) {
        List<Deadline> all = without(deadline.stage(), deadline.name());
        int place = 0;
        while (place < all.size() && all.get(place).compareTo(deadline) < 0) {
            place++;
        }
        all.add(place, deadline);
        keep(all);
    }

    void cancel(String stage, String name) {
        if (has(stage, name)) {
            keep(without(stage, name));
        }
    }

    boolean has(String stage, String name) {
        List<Deadline> all = deadlines.get();
        return all != null
                && all.stream()
                        .anyMatch(deadline -> deadline.stage().equals(stage)
                                && deadline.name().equals(name));
    }

    private List<Deadline> without(String stage, String name) {
        List<Deadline> all = deadlines.get();
        List<Deadline> rest = new ArrayList<>();
        if (all != null) {
            for (Deadline deadline : all) {
                if (!deadline.stage().equals(stage) || !deadline.name().equals(name)) {
                    rest.add(deadline);
                }
            }
        }
        return rest;
    }

    private void keep(List<Deadline> all) {
        if (all.isEmpty()) {
            deadlines.clear();
        } else {
            deadlines.set(all);
        }
    }

    private static final class DeadlineCodec implements Codec<Deadline> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(Deadline deadline, DataOutput out) throws IOException {
            out.writeLong(deadline.timeMillis());
            Codecs.writeText(deadline.stage(), out);
            Codecs.writeText(deadline.name(), out);
        }

        @Override
        public Deadline read(DataInput in, int writtenVersion) throws IOException {
            return new Deadline(in.readLong(), Codecs.readText(in), Codecs.readText(in));
        }
    }
}
