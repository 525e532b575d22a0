package io.heed.features.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Entries with keys, in order of time, some ended or replaced. What an event ends or replaces may come after it; it then
 * waits. An entry ended or replaced at t still holds at t, since events at one instant do not see each other.
 */
public final class TrackedEntries {
    private final List<Tracked> entries;

    /** No entries yet. */
    public TrackedEntries() {
        this(new ArrayList<>());
    }

    TrackedEntries(List<Tracked> entries) {
        this.entries = entries;
    }

    List<Tracked> all() {
        return entries;
    }

    /** Something begins; where its key is open already, the earlier of both beginnings holds. */
    public void begin(long key, long timeMillis, double value, boolean counted) {
        int open = newest(entry -> entry.holds() && entry.key() == key && entry.awaits() == 0);
        if (open >= 0 && timeMillis >= entries.get(open).timeMillis()) {
            return;
        }
        if (open >= 0) {
            entries.remove(open);
        }
        long replacedMillis = settle(key, timeMillis, 0);
        int ending = newest(entry -> entry.isEnding() && entry.awaits() == key && entry.timeMillis() >= timeMillis);
        long endedMillis = ending < 0 ? Long.MAX_VALUE : entries.remove(ending).timeMillis();
        insert(new Tracked(timeMillis, value, key, 0, timeMillis, Math.min(replacedMillis, endedMillis), counted));
    }

    /** Something ends; where it did not begin yet, the end waits for it. */
    public void end(long key, long timeMillis) {
        int begun = newest(
                entry -> entry.key() == key && entry.timeMillis() <= timeMillis && entry.endedMillis() >= timeMillis);
        if (begun >= 0) {
            entries.set(begun, entries.get(begun).endedAt(timeMillis));
            return;
        }
        if (newest(entry -> entry.key() == key && entry.endedMillis() != Long.MAX_VALUE) >= 0) {
            return; // it has ended before
        }
        int waiting = newest(entry -> entry.isEnding() && entry.awaits() == key);
        long latestMillis = waiting < 0
                ? timeMillis
                : Math.max(timeMillis, entries.remove(waiting).timeMillis());
        insert(Tracked.ending(key, latestMillis));
    }

    /** Something takes the place of what has another key; where that did not come yet, it waits and counts only then. */
    public void replace(long key, long replacedKey, long timeMillis, double value, boolean counted) {
        int replaced = newest(entry -> entry.holds() && entry.key() == replacedKey);
        long placeMillis = replaced < 0 ? timeMillis : entries.get(replaced).timeMillis();
        long awaits = replaced < 0 ? replacedKey : entries.get(replaced).awaits();
        if (replaced >= 0) {
            entries.set(replaced, entries.get(replaced).endedAt(timeMillis));
        }
        long replacedMillis = settle(key, placeMillis, awaits);
        insert(new Tracked(placeMillis, value, key, awaits, timeMillis, replacedMillis, counted));
    }

    /** Puts what awaited a key in its place; since when the key is replaced by it, or never. */
    private long settle(long key, long placeMillis, long nowAwaits) {
        List<Tracked> waiting = new ArrayList<>();
        entries.removeIf(entry -> !entry.isEnding() && entry.awaits() == key && waiting.add(entry));
        long replacedMillis = Long.MAX_VALUE;
        for (Tracked entry : waiting) {
            insert(entry.inPlaceOf(placeMillis, nowAwaits));
            replacedMillis = Math.min(replacedMillis, entry.knownMillis());
        }
        return replacedMillis;
    }

    /** The entries that hold at an instant. */
    public History visibleAt(long nowMillis) {
        Entries visible = new Entries();
        for (Tracked entry : entries) {
            if (entry.isVisibleAt(nowMillis)) {
                visible.insert(entry.timeMillis(), entry.value());
            }
        }
        return visible;
    }

    /** Drops what cannot be read any more at or after now; what waits is given up after a time. */
    boolean drop(Retention retention, long waitingMillis, long nowMillis) {
        int before = entries.size();
        entries.removeIf(entry -> entry.endedMillis() < nowMillis
                || (entry.awaits() != 0 && entry.knownMillis() < nowMillis - waitingMillis));
        if (!retention.untilEnded()) {
            dropSurplus(nowMillis - retention.windowMillis(), retention.last(), nowMillis);
        }
        return entries.size() < before;
    }

    private void dropSurplus(long horizonMillis, int last, long nowMillis) {
        int newer = 0;
        for (int i = entries.size() - 1; i >= 0; i--) {
            Tracked entry = entries.get(i);
            if (entry.awaits() != 0) {
                continue;
            }
            if (entry.timeMillis() < horizonMillis && newer >= last && entry.knownMillis() < nowMillis) {
                entries.remove(i);
            } else if (entry.isVisibleAt(nowMillis) && entry.holds()) {
                newer++;
            }
        }
    }

    private int newest(Predicate<Tracked> wanted) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (wanted.test(entries.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private void insert(Tracked entry) {
        int place = entries.size();
        while (place > 0 && entries.get(place - 1).timeMillis() > entry.timeMillis()) {
            place--;
        }
        entries.add(place, entry);
    }
}
