package io.heed.models.repository;

import io.heed.events.yaml.Problems;
import io.heed.events.yaml.SourcePosition;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads model.yaml; docs/model-directory.md describes its keys. */
final class ContractReader {
    private static final String EXAMPLE_FEATURE = "[{name: contacts_7d, definition: \"sha256:4f..\", absent: 0}]";
    private static final double USUAL_TOLERANCE = 1e-5;

    private final YamlMapping top;
    private final Problems problems;
    private final Map<String, SourcePosition> places = new HashMap<>();

    /** A contract and where its parts stand. */
    record Reading(ModelContract contract, ContractPlaces places) {}

    private ContractReader(YamlMapping top) {
        this.top = top;
        this.problems = top.problems();
    }

    /** The contract, or null where anything is wrong with it (then noted). */
    static @Nullable Reading read(String file, String text, Problems problems) {
        YamlMapping top = YamlFile.read(file, text, problems);
        if (top == null) {
            return null;
        }
        ContractReader reader = new ContractReader(top);
        ModelContract contract = problems.build(top.position(), reader::contract);
        return contract == null ? null : new Reading(contract, new ContractPlaces(file, reader.places));
    }

    private ModelContract contract() {
        ModelKind kind = kind();
        for (String key : List.of("model", "target", "inputs", "features", "output")) {
            YamlValue value = top.find(key);
            if (value != null) {
                places.put(key, value.position());
            }
        }
        YamlMapping inputs = optionalMapping("inputs");
        InputKind inputKind = inputs == null ? InputKind.VECTOR : choice(inputs, "kind", InputKind.VECTOR);
        String inputName = inputs == null ? "" : inputs.text("name", "");
        double threshold = probability("threshold", 0.5);
        double explainFrom = probability("explain-from", threshold);
        YamlValue explained = top.find("explain-from");
        if (explained != null && explainFrom > threshold) {
            explained.problem("explain-from is above the threshold " + threshold
                    + ", so that care would act without reasons: " + explainFrom + " (legal: " + threshold + ")");
        }
        ModelContract contract = new ModelContract(
                top.requireText("model", "repeat-contact"),
                version(),
                kind,
                top.text("description", ""),
                kind == ModelKind.TABULAR ? top.requireText("target", "repeat-contact") : top.text("target", ""),
                inputKind,
                inputName,
                kind == ModelKind.TABULAR ? features() : List.of(),
                output(kind),
                threshold,
                explainFrom,
                languages(kind),
                tolerance(),
                top.text("calibration", ""),
                texts("text"),
                training());
        if (inputs != null) {
            inputs.rejectUnknownKeys();
        }
        top.rejectUnknownKeys();
        return contract;
    }

    private ModelKind kind() {
        return choice(top, "kind", ModelKind.TABULAR);
    }

    private int version() {
        YamlValue value = top.require("version", "1");
        int version = value == null ? 1 : value.wholeNumber();
        if (value != null && version < 1) {
            value.problem("version is not at least 1: " + version + " (legal: 1)");
        }
        return version;
    }

    private List<ModelFeature> features() {
        YamlValue declared = top.require("features", EXAMPLE_FEATURE);
        if (declared == null) {
            return List.of();
        }
        List<ModelFeature> features = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlValue entry : declared.list()) {
            YamlMapping mapping = entry.mapping();
            if (mapping == null) {
                continue;
            }
            ModelFeature feature = feature(mapping);
            if (!names.add(feature.name())) {
                problems.add(mapping.position(), "feature stands twice: " + feature.name());
            }
            places.put("features." + feature.name(), mapping.position());
            features.add(feature);
        }
        if (features.isEmpty()) {
            declared.problem("features is empty (legal: " + EXAMPLE_FEATURE + ")");
        }
        return features;
    }

    private static ModelFeature feature(YamlMapping mapping) {
        String name = mapping.requireText("name", "contacts_7d");
        String definition = mapping.requireText("definition", "\"sha256:4f..\"");
        YamlValue absent = mapping.require("absent", "0");
        ModelFeature feature = new ModelFeature(
                name,
                definition,
                mapping.text("unit", ""),
                absent == null ? 0 : absentValue(absent),
                mapping.text("input", name));
        mapping.rejectUnknownKeys();
        return feature;
    }

    private static double absentValue(YamlValue value) {
        return value.text().equals("nan") ? Double.NaN : value.number();
    }

    private ModelOutput output(ModelKind kind) {
        YamlMapping mapping = optionalMapping("output");
        if (mapping == null) {
            if (kind == ModelKind.TEXT) {
                problems.add(top.position(), "key is missing: output (legal: output: {classes: [calm, angry]})");
            }
            return new ModelOutput(null, ScoreKind.PROBABILITY, List.of(), "1");
        }
        YamlValue classes = mapping.find("classes");
        ModelOutput output = new ModelOutput(
                mapping.findText("name"),
                choice(mapping, "kind", ScoreKind.PROBABILITY),
                classes == null ? List.of() : classes.texts(),
                mapping.text("class", "1"));
        checkClasses(kind, output, mapping, classes);
        mapping.rejectUnknownKeys();
        return output;
    }

    private void checkClasses(ModelKind kind, ModelOutput output, YamlMapping mapping, @Nullable YamlValue classes) {
        if (kind == ModelKind.TEXT) {
            if (output.classes().size() < 2) {
                problems.add(
                        mapping.position(), "classes has not at least two entries (legal: classes: [calm, angry])");
            }
            return;
        }
        if (classes != null && !output.classes().contains(output.positive())) {
            classes.problem("class is not one of classes " + output.classes() + ": " + output.positive()
                    + " (legal: class: " + output.classes().get(0) + ")");
        }
    }

    private List<String> languages(ModelKind kind) {
        YamlValue declared = kind == ModelKind.TEXT ? top.require("languages", "[en]") : top.find("languages");
        if (declared == null) {
            return List.of();
        }
        List<String> languages = declared.texts();
        for (String language : languages) {
            if (!language.matches("[a-z]{2,3}")) {
                declared.problem("languages holds what is no ISO 639 code: " + language + " (legal: [en, es])");
            }
        }
        return languages;
    }

    private double tolerance() {
        YamlMapping mapping = optionalMapping("self-test");
        if (mapping == null) {
            return USUAL_TOLERANCE;
        }
        YamlValue value = mapping.find("tolerance");
        double tolerance = value == null ? USUAL_TOLERANCE : value.number();
        if (value != null && !(tolerance > 0 && tolerance <= 0.01)) {
            value.problem("tolerance is not above 0 and at most 0.01: " + value.text() + " (legal: 0.00001)");
        }
        mapping.rejectUnknownKeys();
        return tolerance;
    }

    private TrainingFacts training() {
        YamlMapping mapping = optionalMapping("training");
        if (mapping == null) {
            return new TrainingFacts(Map.of(), Map.of());
        }
        Map<String, String> facts = new LinkedHashMap<>();
        Map<String, String> metrics = new LinkedHashMap<>();
        mapping.entries().forEach((key, value) -> {
            if (!key.equals("metrics")) {
                facts.put(key, value.text());
                return;
            }
            YamlMapping figures = value.mapping();
            if (figures != null) {
                figures.entries().forEach((name, figure) -> metrics.put(name, figure.text()));
            }
        });
        return new TrainingFacts(facts, metrics);
    }

    private Map<String, String> texts(String key) {
        YamlMapping mapping = optionalMapping(key);
        Map<String, String> texts = new LinkedHashMap<>();
        if (mapping != null) {
            mapping.entries().forEach((name, value) -> texts.put(name, value.text()));
        }
        return texts;
    }

    private double probability(String key, double fallback) {
        YamlValue value = top.find(key);
        if (value == null) {
            return fallback;
        }
        double probability = value.number();
        if (!(probability >= 0 && probability <= 1)) {
            value.problem(key + " is not within 0..1: " + value.text() + " (legal: 0.5)");
        }
        return probability;
    }

    private @Nullable YamlMapping optionalMapping(String key) {
        YamlValue value = top.find(key);
        return value == null ? null : value.mapping();
    }

    private static <E extends Enum<E>> E choice(YamlMapping mapping, String key, E fallback) {
        YamlValue value = mapping.find(key);
        E chosen = value == null ? null : value.choice(fallback.getDeclaringClass());
        return chosen == null ? fallback : chosen;
    }
}
