package io.heed.events.change;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** All versions of one kind of definition that run at a time; it never changes itself. */
public final class Lineup<D> {
    private final SortedMap<String, Running<D>> byKey;

    private Lineup(SortedMap<String, Running<D>> byKey) {
        this.byKey = byKey;
    }

    /** A lineup of these versions. */
    public static <D> Lineup<D> of(Collection<Running<D>> running) {
        SortedMap<String, Running<D>> byKey = new TreeMap<>();
        running.forEach(version -> byKey.put(version.key(), version));
        return new Lineup<>(byKey);
    }

    /** Everything that runs, by name and version. */
    public Collection<Running<D>> running() {
        return List.copyOf(byKey.values());
    }

    /** The version in force under a name, live or paused, or null. */
    public @Nullable Running<D> inForce(String name) {
        return find(name, Running::isInForce);
    }

    /** The shadow under a name, or null. */
    public @Nullable Running<D> shadow(String name) {
        return find(name, running -> running.mode() == RunMode.SHADOW && running.begins());
    }

    /** The names of all that is in force. */
    public List<String> names() {
        return byKey.values().stream()
                .filter(Running::isInForce)
                .map(Running::name)
                .toList();
    }

    /**
     * What runs after a change.
     *
     * @param definition what the change applies or sets, null for other changes
     * @param onChange what becomes of open matches
     * @param openMillis how long a definition can have something open
     * @throws IllegalArgumentException if nothing runs of which the change speaks
     */
    Lineup<D> after(Change change, @Nullable D definition, OnChange onChange, ToLongFunction<D> openMillis) {
        Lineup<D> copy = new Lineup<>(new TreeMap<>(byKey));
        String name = change.name();
        switch (change.action()) {
            case APPLY, SET -> {
                if (definition == null) {
                    throw new IllegalArgumentException("a definition is missing: " + name);
                }
                copy.put(change, definition, onChange, openMillis);
            }
            case REMOVE -> {
                copy.remove(shadow(name));
                if (!change.shadow()) {
                    copy.retire(required(inForce(name), change), onChange, change.effectiveMillis(), openMillis);
                }
            }
            case PAUSE -> copy.add(required(inForce(name), change).in(RunMode.PAUSED));
            case RESUME -> copy.add(required(inForce(name), change).in(RunMode.LIVE));
            case PROMOTE -> {
                Running<D> shadow = required(shadow(name), change);
                copy.retire(inForce(name), onChange, change.effectiveMillis(), openMillis);
                copy.add(shadow.in(RunMode.LIVE));
            }
        }
        return copy;
    }

    /** The same with another definition under the keys of its name; versions and modes stay. */
    Lineup<D> with(String name, D definition) {
        Lineup<D> copy = new Lineup<>(new TreeMap<>(byKey));
        copy.byKey.replaceAll((key, running) -> running.name().equals(name) ? running.with(definition) : running);
        return copy;
    }

    private void put(Change change, D definition, OnChange onChange, ToLongFunction<D> openMillis) {
        long at = change.effectiveMillis();
        boolean replays = onChange == OnChange.REPLAY;
        if (change.shadow()) {
            remove(shadow(change.name()));
        } else {
            retire(inForce(change.name()), onChange, at, openMillis);
        }
        add(new Running<>(
                change.name(),
                change.version(),
                definition,
                change.shadow() ? RunMode.SHADOW : RunMode.LIVE,
                true,
                Long.MAX_VALUE,
                replays ? at : Running.NO_REPLAY));
    }

    private void retire(@Nullable Running<D> old, OnChange onChange, long at, ToLongFunction<D> openMillis) {
        remove(old);
        if (old != null && onChange == OnChange.FINISH) {
            add(old.finishingUntil(at + openMillis.applyAsLong(old.definition())));
        }
    }

    private void add(Running<D> running) {
        byKey.put(running.key(), running);
    }

    private void remove(@Nullable Running<D> running) {
        if (running != null) {
            byKey.remove(running.key());
        }
    }

    private @Nullable Running<D> find(String name, Predicate<Running<D>> wanted) {
        return byKey.values().stream()
                .filter(running -> running.name().equals(name) && wanted.test(running))
                .findFirst()
                .orElse(null);
    }

    private Running<D> required(@Nullable Running<D> found, Change change) {
        if (found == null) {
            String what = change.action() == ChangeAction.PROMOTE || change.shadow() ? "shadow" : "definition in force";
            throw new IllegalArgumentException("there is no " + what + " of this name: " + change.name());
        }
        return found;
    }
}
