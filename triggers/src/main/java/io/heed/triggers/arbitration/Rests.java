package io.heed.triggers.arbitration;

import io.heed.events.state.Cell;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What rests, and until when: plays that cool down, causes that were declined, customers who were annoyed. */
public final class Rests {
    private static final String CUSTOMER = "customer";

    private final Cell<List<Rest>> rests;

    private record Rest(String what, long untilMillis) {}

    /** Rests that a job keeps in its state. */
    public Rests(StateStore state) {
        this.rests = state.cell("plays.rests", Codecs.listOf(new RestCodec()));
    }

    /** Lets a play rest until a time, if it does not rest for longer already. */
    public void restPlay(String play, long nowMillis, long untilMillis) {
        rest("play " + play, nowMillis, untilMillis);
    }

    /** Lets advice and offers for a cause rest. */
    public void restCause(String cause, long nowMillis, long untilMillis) {
        rest("cause " + cause, nowMillis, untilMillis);
    }

    /** Spares the customer all advice and offers that would reach them. */
    public void restCustomer(long nowMillis, long untilMillis) {
        rest(CUSTOMER, nowMillis, untilMillis);
    }

    /** Until when a play rests; 0 where it does not. */
    public long playUntilMillis(String play) {
        return untilMillis("play " + play);
    }

    /** Until when advice and offers for a cause rest; 0 where they do not. */
    public long causeUntilMillis(String cause) {
        return untilMillis("cause " + cause);
    }

    /** Until when the customer is spared advice and offers; 0 where they are not. */
    public long customerUntilMillis() {
        return untilMillis(CUSTOMER);
    }

    /** Forgets the customer. */
    public void clear() {
        rests.clear();
    }

    private void rest(String what, long nowMillis, long untilMillis) {
        List<Rest> kept = new ArrayList<>();
        long until = untilMillis;
        for (Rest rest : all()) {
            if (rest.what().equals(what)) {
                until = Math.max(until, rest.untilMillis());
            } else if (rest.untilMillis() > nowMillis) {
                kept.add(rest);
            }
        }
        kept.add(new Rest(what, until));
        kept.sort(Comparator.comparing(Rest::what));
        rests.set(kept);
    }

    private long untilMillis(String what) {
        return all().stream()
                .filter(rest -> rest.what().equals(what))
                .mapToLong(Rest::untilMillis)
                .findFirst()
                .orElse(0);
    }

    private List<Rest> all() {
        List<Rest> all = rests.get();
        return all == null ? List.of() : all;
    }

    private static final class RestCodec implements Codec<Rest> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(Rest rest, DataOutput out) throws IOException {
            Codecs.writeText(rest.what, out);
            out.writeLong(rest.untilMillis);
        }

        @Override
        public Rest read(DataInput in, int writtenVersion) throws IOException {
            return new Rest(Codecs.readText(in), in.readLong());
        }
    }
}
