package io.heed.features;

import io.heed.events.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who reads whom among features: finds circles, and says of each what follows from all that it reads. */
final class FeatureOrder {
    private final Map<String, Calculation> calculations = new TreeMap<>();
    private final Map<String, YamlValue> places = new TreeMap<>();
    private final Map<String, String> hashes = new TreeMap<>();
    private final Set<String> safe = new HashSet<>();

    /**
     * Adds a feature, or puts it in the place of the one of its name.
     *
     * @param at where it is declared, or null where it was checked before
     */
    void add(String name, @Nullable YamlValue at, Calculation calculation) {
        calculations.put(name, calculation);
        if (at != null) {
            places.put(name, at);
        }
    }

    /** Whether no feature reads itself; each circle is noted once, at one of its features. */
    boolean isFreeOfCycles() {
        boolean free = true;
        for (String name : calculations.keySet()) {
            free &= follow(name, new ArrayList<>());
        }
        return free;
    }

    private boolean follow(String name, List<String> path) {
        int seen = path.indexOf(name);
        if (seen >= 0) {
            List<String> circle = new ArrayList<>(path.subList(seen, path.size()));
            circle.add(name);
            circle.stream()
                    .filter(places::containsKey)
                    .findFirst()
                    .map(places::get)
                    .ifPresent(at -> at.problem("feature reads itself: " + String.join(" -> ", circle)));
            safe.addAll(circle);
            return false;
        }
        Calculation calculation = calculations.get(name);
        if (calculation == null || safe.contains(name)) {
            return true;
        }
        path.add(name);
        boolean free = true;
        for (String read : new TreeSet<>(calculation.readsFeatures())) {
            free &= follow(read, path);
        }
        path.remove(path.size() - 1);
        safe.add(name);
        return free;
    }

    /** By how much a feature, or one that it reads, may reach back too far. */
    long overInclusionMillis(String name) {
        Calculation calculation = calculations.get(name);
        if (calculation instanceof Calculation.Rolling rolling) {
            return rolling.overInclusionMillis();
        }
        long widestMillis = 0;
        for (String read : calculation == null ? Set.<String>of() : calculation.readsFeatures()) {
            widestMillis = Math.max(widestMillis, overInclusionMillis(read));
        }
        return widestMillis;
    }

    /** The hash of a feature, which must not read itself. */
    String hash(String name) {
        String known = hashes.get(name);
        if (known != null) {
            return known;
        }
        Calculation calculation = calculations.get(name);
        if (calculation == null) {
            return ""; // it has problems of its own, and nothing of this load will be used
        }
        StringBuilder text = new StringBuilder(calculation.canonical());
        for (String read : new TreeSet<>(calculation.readsFeatures())) {
            text.append('\n').append(read).append(' ').append(hash(read));
        }
        String hash = Fingerprint.of(text.toString()).hex();
        hashes.put(name, hash);
        return hash;
    }
}
