package io.heed.events.timeline;

import io.heed.events.CareEvent;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Knows the events of the customer at hand that were seen lately, by a 64-bit hash of source and id. */
public final class DuplicateFilter {
    private static final String SWEEP = "forget-seen";
    private static final long DAY = 86_400_000;

    private final Table<Long, Long> seenMillis;
    private final StageAgenda agenda;
    private final long withinMillis;

    /**
     * A filter of copies.
     *
     * @param withinMillis events of one source and id are copies if their times lie less than this apart; after that a
     *     source may use an id anew
     */
    public DuplicateFilter(StateStore state, StageAgenda agenda, long withinMillis) {
        this.seenMillis = state.table("timeline.seen", Codecs.LONG, Codecs.LONG);
        this.agenda = agenda;
        this.withinMillis = withinMillis;
    }

    /** Whether the event was seen before; if not, it is remembered from now on. */
    public boolean isDuplicate(CareEvent event) {
        long hash = hash(event.source() + '\n' + event.id());
        Long before = seenMillis.get(hash);
        if (before != null && Math.abs(event.dueMillis() - before) < withinMillis) {
            return true;
        }
        seenMillis.put(hash, event.dueMillis());
        agenda.setIfAbsent(SWEEP, event.dueMillis() + withinMillis + DAY);
        return false;
    }

    /** Forgets what was seen too long ago, and comes back a day after the oldest of the rest will be. */
    public void onDue(long nowMillis) {
        List<Long> old = new ArrayList<>();
        long oldestLeftMillis = Long.MAX_VALUE;
        for (Map.Entry<Long, Long> entry : seenMillis.entries()) {
            if (entry.getValue() < nowMillis - withinMillis) {
                old.add(entry.getKey());
            } else {
                oldestLeftMillis = Math.min(oldestLeftMillis, entry.getValue());
            }
        }
        old.forEach(seenMillis::remove);
        if (oldestLeftMillis < Long.MAX_VALUE) {
            agenda.set(SWEEP, oldestLeftMillis + withinMillis + DAY);
        }
    }

    /** Forgets the customer. */
    public void clear() {
        seenMillis.clear();
    }

    /** FNV-1a over UTF-8, finished by the mixer of MurmurHash3. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
