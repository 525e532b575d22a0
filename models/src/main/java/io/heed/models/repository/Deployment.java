package io.heed.models.repository;

import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a model serve from a time on, by their content: everybody who takes it in serves the same bytes.
 *
 * @param model the model's name
 * @param target what all of its versions predict, "" for a model of text
 * @param hashes the hash of each version that serves
 * @param features the features that any of its versions reads
 */
public record Deployment(
        String model, String target, Aliases aliases, SortedMap<Integer, String> hashes, SortedSet<String> features) {
    /** Copies the collections and checks that every version has a hash. */
    public Deployment {
        hashes = new TreeMap<>(hashes);
        features = new TreeSet<>(features);
        for (int version : aliases.versions()) {
            if (!hashes.containsKey(version)) {
                throw new IllegalArgumentException("a hash is missing for version " + version + " of " + model
                        + " (legal: hashes: {" + version + ": 9f86d08...})");
            }
        }
        if (hashes.size() != aliases.versions().size()) {
            throw new IllegalArgumentException(
                    "a hash is given for a version that does not serve: " + model + " " + hashes.keySet());
        }
        if (target.isEmpty() && !aliases.isChampionAlone()) {
            throw new IllegalArgumentException(
                    "a model of text has a champion alone, since every message is read once: "
                            + model + " {" + aliases.yaml().strip().replace("\n", ", ")
                            + "} (legal: ./heed models promote "
                            + model + " VERSION)");
        }
    }

    /**
     * Versions of a model as they lie in a repository.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming what is wrong with any of them, or where they
     *     predict different targets
     */
    public static Deployment of(ModelRepository repository, String model, Aliases aliases) {
        SortedMap<Integer, String> hashes = new TreeMap<>();
        SortedSet<String> features = new TreeSet<>();
        Problems problems = new Problems();
        String target = null;
        for (int version : aliases.versions()) {
            ModelDirectory directory = ModelDirectory.read(repository.folder(model, version));
            hashes.put(version, directory.hash());
            directory.contract().features().forEach(feature -> features.add(feature.name()));
            String found = directory.contract().target();
            target = target == null ? found : target;
            if (!found.equals(target)) {
                problems.add(
                        directory.places().of("target"),
                        "target is not that of the model's other versions: " + found + " (legal: target: " + target
                                + ")");
            }
        }
        problems.throwIfAny();
        return new Deployment(model, target == null ? "" : target, aliases, hashes, features);
    }

    /**
     * What a change says.
     *
     * @param file what to call the text in messages
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public static Deployment read(String model, String file, String text) {
        Problems problems = new Problems();
        YamlMapping top = YamlFile.read(file, text, problems);
        Deployment read = top == null ? null : read(model, top, problems);
        problems.throwIfAny();
        if (read == null) {
            throw new IllegalStateException(file + ": neither read nor refused");
        }
        return read;
    }

    private static @Nullable Deployment read(String model, YamlMapping top, Problems problems) {
        YamlValue kind = top.find("kind");
        boolean isOfText = kind != null && kind.choice(ModelKind.class) == ModelKind.TEXT;
        String target = isOfText ? "" : top.requireText("target", "repeat-contact");
        Aliases aliases = AliasesReader.read(top, problems);
        YamlValue hashesAt = top.require("hashes", "{3: 9f86d08...}");
        YamlValue featuresAt = isOfText ? null : top.require("features", "[contacts_7d]");
        top.rejectUnknownKeys();
        YamlMapping hashes = hashesAt == null ? null : hashesAt.mapping();
        boolean isIncomplete = !isOfText && (target.isEmpty() || featuresAt == null);
        if (aliases == null || hashes == null || isIncomplete) {
            return null;
        }
        List<String> features = featuresAt == null ? List.of() : featuresAt.texts();
        return problems.build(
                top.position(),
                () -> new Deployment(
                        model,
                        target,
                        aliases,
                        hashes.entries().entrySet().stream()
                                .collect(Collectors.toMap(
                                        entry -> Integer.valueOf(entry.getKey()),
                                        entry -> entry.getValue().text(),
                                        (first, second) -> second,
                                        TreeMap::new)),
                        new TreeSet<>(features)));
    }

    /** Whether its versions read messages, not customers' features. */
    public boolean isOfText() {
        return target.isEmpty();
    }

    /** The champion as it lies in a repository; see {@link #directory}. */
    public ModelDirectory champion(ModelRepository repository) {
        Integer champion = aliases.champion();
        if (champion == null) {
            throw new IllegalStateException("the model has no champion: " + model);
        }
        return directory(repository, champion);
    }

    /**
     * One of the versions as it lies in a repository.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming what is wrong with it, or that it holds something
     *     else than what was deployed
     */
    public ModelDirectory directory(ModelRepository repository, int version) {
        ModelDirectory directory = ModelDirectory.read(repository.folder(model, version));
        String deployed = hashes.get(version);
        if (!directory.hash().equals(deployed)) {
            Problems problems = new Problems();
            problems.add(
                    directory.folder().toString(),
                    "the version's hash is " + directory.hash() + ", but what was deployed has " + deployed
                            + " (a version never changes: write a new one)");
            problems.throwIfAny();
        }
        return directory;
    }

    /** The same as lines of YAML, as a change holds them. */
    public String yaml() {
        String hashed = hashes.entrySet().stream()
                .map(entry -> entry.getKey() + ": \"" + entry.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
        if (isOfText()) {
            return "kind: text\n" + aliases.yaml() + "hashes: " + hashed + "\n";
        }
        return "target: " + target + "\n" + aliases.yaml() + "hashes: " + hashed + "\nfeatures: " + features + "\n";
    }
}
