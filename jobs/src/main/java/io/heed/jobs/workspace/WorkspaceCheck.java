package io.heed.jobs.workspace;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.mapping.SourceMappings;
import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import io.heed.features.FeatureDefinitions;
import io.heed.language.emotion.EmotionModel;
import io.heed.language.reason.ReasonTaxonomy;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelKind;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.target.Targets;
import io.heed.patterns.definition.PatternDefinitions;
import io.heed.triggers.play.DeclaredSignals;
import io.heed.triggers.play.PlayDefinitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads every part of a workspace, also after a part that cannot be loaded, and notes all problems at once. A part that
 * reads a broken one is left out and named, since its own problems could not be told from those that follow.
 */
public final class WorkspaceCheck {
    private static final String REASONS = "language/definitions/contact-reasons.yaml";

    private final WorkspaceSnapshot workspace;
    private final ModelRepository repository;
    private final Set<String> problems = new LinkedHashSet<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<String> unchecked = new ArrayList<>();

    private WorkspaceCheck(WorkspaceSnapshot workspace) {
        this.workspace = workspace;
        this.repository = workspace.repository();
    }

    /** Checks the definitions of a workspace and the models that lie beside them. */
    public static WorkspaceCheck of(WorkspaceSnapshot workspace) {
        WorkspaceCheck check = new WorkspaceCheck(workspace);
        check.run();
        return check;
    }

    /** All problems, one sentence each, with the place. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** How much there is, by kind; only parts that could be loaded. */
    public Map<String, Integer> counts() {
        return new LinkedHashMap<>(counts);
    }

    /** The parts that were left out, since they read a part that has problems. */
    public List<String> unchecked() {
        return List.copyOf(unchecked);
    }

    private void run() {
        EventCatalogue catalogue = load(() -> EventCatalogue.load(workspace));
        List<ModelDirectory> models = models();
        count("versions of models", models);
        checkReasons();
        if (catalogue == null) {
            unchecked.addAll(List.of("sources", "features", "patterns", "targets", "plays"));
            return;
        }
        counts.put("event types", catalogue.types().size());
        counts.put("contacts", catalogue.contacts().size());
        count("sources", load(() -> SourceMappings.load(workspace, catalogue).keySet()));
        FeatureDefinitions features = load(() -> FeatureDefinitions.load(workspace, catalogue));
        Set<String> featureNames = features == null ? declaredFeatures() : features.names();
        count("features", features == null ? null : features.all());
        PatternDefinitions patterns = load(() -> PatternDefinitions.load(workspace, catalogue, featureNames));
        count("patterns", patterns == null ? null : patterns.all());
        Targets targets = load(() -> Targets.load(workspace, catalogue, featureNames));
        count("targets", targets == null ? null : targets.all());
        if (features != null && targets != null) {
            checkModels(models, features, targets);
        }
        if (targets == null || patterns == null) {
            unchecked.add("plays");
            return;
        }
        DeclaredSignals signals = Definitions.signals(patterns, targets, targetOfModel(models, targets));
        PlayDefinitions plays = load(() -> PlayDefinitions.load(workspace, catalogue, featureNames, signals));
        count("plays", plays == null ? null : plays.plays());
    }

    /** The names of all features, also of those that have problems, so that who reads them gets no problems of theirs. */
    private Set<String> declaredFeatures() {
        Set<String> names = new TreeSet<>();
        Problems notedAlready = new Problems();
        for (DefinitionFile file : workspace.definitions("features/definitions")) {
            YamlMapping top = YamlFile.read(file.name(), file.text(), notedAlready);
            YamlValue section = top == null ? null : top.find("features");
            YamlMapping features = section == null ? null : section.mapping();
            if (features != null) {
                names.addAll(features.entries().keySet());
            }
        }
        return names;
    }

    private void checkReasons() {
        Path file = Path.of(workspace.location()).resolve(REASONS);
        if (Files.exists(file)) {
            ReasonTaxonomy taxonomy = load(() -> ReasonTaxonomy.read(REASONS, text(file)));
            count("contact reasons", taxonomy == null ? null : taxonomy.reasons());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("file cannot be read: " + file, unreadable);
        }
    }

    /** Every version that serves and could be read; those of tables have passed their self-test. */
    private List<ModelDirectory> models() {
        List<ModelDirectory> read = new ArrayList<>();
        for (String model : repository.serving()) {
            List<Integer> versions = load(() ->
                    List.copyOf(new LinkedHashSet<>(repository.aliases(model).versions())));
            for (int version : versions == null ? List.<Integer>of() : versions) {
                ModelDirectory directory = load(() -> ModelDirectory.read(repository.folder(model, version)));
                if (directory != null) {
                    read.add(directory);
                    testItself(directory);
                }
            }
        }
        return read;
    }

    private void testItself(ModelDirectory directory) {
        if (directory.contract().kind() == ModelKind.TEXT) {
            load(() -> {
                EmotionModel.load(directory).close();
                return directory;
            });
            return;
        }
        load(() -> {
            ModelRegistry registry = new ModelRegistry();
            registry.release(registry.acquire(directory));
            return directory;
        });
    }

    private void checkModels(List<ModelDirectory> models, FeatureDefinitions features, Targets targets) {
        Problems found = new Problems();
        for (ModelDirectory directory : models) {
            if (directory.contract().kind() != ModelKind.TABULAR) {
                continue;
            }
            directory.checkDefinitions(features::hashOf, found);
            String target = directory.contract().target();
            if (!names(targets).contains(target)) {
                found.add(
                        directory.contractFile().toString(),
                        "target is not declared: " + target + " (declared: " + names(targets) + ")");
            }
        }
        problems.addAll(found.all());
    }

    private Map<String, String> targetOfModel(List<ModelDirectory> models, Targets targets) {
        Map<String, String> targetOfModel = new TreeMap<>();
        for (ModelDirectory directory : models) {
            String target = directory.contract().target();
            if (directory.contract().kind() == ModelKind.TABULAR
                    && names(targets).contains(target)) {
                targetOfModel.putIfAbsent(directory.contract().model(), target);
            }
        }
        return targetOfModel;
    }

    private static List<String> names(Targets targets) {
        return targets.all().stream().map(target -> target.name()).toList();
    }

    /** What a part gives, or null where it has problems, which are then noted. */
    private <T> @Nullable T load(Supplier<T> part) {
        try {
            return part.get();
        } catch (InvalidDefinitionsException invalid) {
            problems.addAll(invalid.problems());
        } catch (RuntimeException unreadable) {
            problems.add(String.valueOf(unreadable.getMessage()));
        }
        return null;
    }

    private void count(String kind, @Nullable Collection<?> loaded) {
        if (loaded != null) {
            counts.put(kind, loaded.size());
        }
    }
}
