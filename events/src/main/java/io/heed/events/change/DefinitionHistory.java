package io.heed.events.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What runs of one kind of definition from when on, in event time. The time of an event or deadline alone picks the
 * lineup, so that a replay with the same changes gives the same. Not for several threads.
 */
public final class DefinitionHistory<D> {
    private static final Comparator<Step<?>> BY_TIME =
            Comparator.<Step<?>>comparingLong(Step::effectiveMillis).thenComparingLong(Step::number);

    private final Lineup<D> base;
    private final ToLongFunction<D> openMillis;
    private final List<Step<D>> steps = new ArrayList<>();
    private final Map<String, TreeMap<Integer, D>> versions = new HashMap<>();
    private final Map<String, Long> lastChanged = new HashMap<>();
    private NavigableMap<Long, Lineup<D>> lineups = new TreeMap<>();

    private record Step<D>(long effectiveMillis, long number, UnaryOperator<Lineup<D>> to) {}

    /**
     * A history that begins with what a workspace declares.
     *
     * @param openMillis how long a definition can have something open
     */
    public DefinitionHistory(Collection<Running<D>> declared, ToLongFunction<D> openMillis) {
        this.base = Lineup.of(declared);
        this.openMillis = openMillis;
        for (Running<D> running : declared) {
            versions.computeIfAbsent(running.name(), key -> new TreeMap<>())
                    .put(running.version(), running.definition());
        }
        lineups.put(Long.MIN_VALUE, base);
    }

    /** What runs at a time. */
    public Lineup<D> at(long timeMillis) {
        return lineups.floorEntry(timeMillis).getValue();
    }

    /** What runs after all changes so far, those to come included. */
    public Lineup<D> last() {
        return lineups.lastEntry().getValue();
    }

    /** Every lineup by the time from which on it holds; the first holds from the beginning of time. */
    public NavigableMap<Long, Lineup<D>> lineups() {
        return new TreeMap<>(lineups);
    }

    /** When the last change so far of a name takes effect, or {@link Long#MIN_VALUE} where there is none. */
    public long lastChangedMillis(String name) {
        return lastChanged.getOrDefault(name, Long.MIN_VALUE);
    }

    /** The highest version of a name so far, 0 where there was none. */
    public int highestVersion(String name) {
        TreeMap<Integer, D> known = versions.get(name);
        return known == null ? 0 : known.lastKey();
    }

    /**
     * Takes a change in.
     *
     * @param definition what the change applies or sets, null for other changes
     * @return false where this very version is known already, or the workspace holds a later one, so that the change does
     *     nothing
     * @throws IllegalArgumentException if the change does not fit; then nothing has changed
     */
    public boolean apply(Change change, @Nullable D definition, OnChange onChange) {
        D known = versions.getOrDefault(change.name(), new TreeMap<>()).get(change.version());
        if (change.givesVersion() && known != null && !known.equals(definition)) {
            throw new IllegalArgumentException("version " + change.version() + " of " + change.name()
                    + " exists with another content (legal: version: " + (highestVersion(change.name()) + 1) + ")");
        }
        if (isSuperseded(change, known)) {
            return false;
        }
        if (change.givesVersion() && change.version() <= highestVersion(change.name())) {
            throw new IllegalArgumentException("version " + change.version() + " of " + change.name()
                    + " is not above the highest so far (legal: version: " + (highestVersion(change.name()) + 1)
                    + ")");
        }
        long last = lastChangedMillis(change.name());
        if (change.effectiveMillis() < last) {
            throw new IllegalArgumentException("at is before an earlier change of " + change.name()
                    + " (legal: at or after " + java.time.Instant.ofEpochMilli(last) + ")");
        }
        add(new Step<>(
                change.effectiveMillis(),
                change.number(),
                lineup -> lineup.after(change, definition, onChange, openMillis)));
        lastChanged.put(change.name(), change.effectiveMillis());
        if (change.givesVersion() && definition != null) {
            versions.computeIfAbsent(change.name(), key -> new TreeMap<>()).put(change.version(), definition);
        }
        return true;
    }

    /** Puts another reading of the same version in place from a time on, as what it refers to has changed. */
    public void refresh(long effectiveMillis, long number, String name, D definition) {
        add(new Step<>(effectiveMillis, number, lineup -> lineup.with(name, definition)));
    }

    /** Whether the version is known with this very content, or the workspace that the job was started with is newer. */
    private boolean isSuperseded(Change change, @Nullable D known) {
        if (change.givesVersion() && known != null) {
            return true;
        }
        Running<D> declared = base.inForce(change.name());
        if (declared == null) {
            return false;
        }
        return change.version() < declared.version();
    }

    private void add(Step<D> step) {
        List<Step<D>> tried = new ArrayList<>(steps);
        tried.add(step);
        tried.sort(BY_TIME);
        NavigableMap<Long, Lineup<D>> folded = new TreeMap<>();
        folded.put(Long.MIN_VALUE, base);
        for (Step<D> each : tried) {
            folded.put(
                    each.effectiveMillis(), each.to().apply(folded.lastEntry().getValue()));
        }
        steps.add(step);
        lineups = folded;
    }
}
