package io.heed.features;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads features from YAML: first all names, since expressions read other features, then each declaration. */
final class FeatureReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final EventCatalogue catalogue;
    private final Problems problems;
    private final Map<String, YamlValue> declared = new LinkedHashMap<>();

    FeatureReader(EventCatalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** The wanted features of files, beside those that are there already and may be read. */
    FeatureDefinitions read(FeatureDefinitions before, List<DefinitionFile> files, Predicate<String> wanted) {
        files.forEach(file -> collect(file, wanted));
        Set<String> names = new TreeSet<>(before.names());
        names.addAll(declared.keySet());
        DeclarationReader reader = new DeclarationReader(catalogue, problems, names);
        FeatureOrder order = new FeatureOrder();
        Map<String, FeatureDefinition> features = new TreeMap<>();
        for (FeatureDefinition feature : before.all()) {
            features.put(feature.name(), feature);
            order.add(feature.name(), null, feature.calculation());
        }
        Map<String, Declaration> read = new TreeMap<>();
        declared.forEach((name, at) -> {
            YamlMapping body = at.mapping();
            Declaration declaration = body == null ? null : reader.read(at, body);
            if (declaration != null) {
                read.put(name, declaration);
                order.add(name, at, declaration.calculation());
            }
        });
        if (order.isFreeOfCycles()) {
            read.forEach((name, declaration) -> features.put(name, declaration.named(name, order)));
        }
        return new FeatureDefinitions(features);
    }

    /** The names of the wanted features that the files hold. */
    Set<String> names() {
        return declared.keySet();
    }

    private void collect(DefinitionFile file, Predicate<String> wanted) {
        YamlMapping top = YamlFile.read(file.name(), file.text(), problems);
        YamlValue section = top == null ? null : top.require("features", "{calls_7d: {...}}");
        YamlMapping features = section == null ? null : section.mapping();
        if (features != null) {
            features.entries().forEach((name, at) -> {
                if (wanted.test(name)) {
                    collect(name, at);
                }
            });
        }
        if (top != null) {
            top.rejectUnknownKeys();
        }
    }

    private void collect(String name, YamlValue at) {
        if (!NAME.matcher(name).matches()) {
            problems.add(at.keyPosition(), "a feature's name is not snake_case: " + name + " (legal: calls_7d)");
        }
        @Nullable YamlValue other = declared.putIfAbsent(name, at);
        if (other != null) {
            problems.add(at.keyPosition(), "feature is declared twice: " + name + ", first at " + other.keyPosition());
        }
    }
}
