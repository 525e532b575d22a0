package io.heed.jobs.change;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.Workspace;
import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.DefinitionKind;
import io.heed.events.change.Lineup;
import io.heed.events.change.OnChange;
import io.heed.events.change.Running;
import io.heed.features.FeatureDefinition;
import io.heed.features.FeatureDefinitions;
import io.heed.jobs.workspace.Definitions;
import io.heed.jobs.workspace.ServingModels;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.repository.Deployment;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import io.heed.triggers.play.DeclaredSignals;
import io.heed.triggers.play.Play;
import io.heed.triggers.play.PlayDefinitions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace declares and what was changed since, from when on. A change either fits as a whole or changes
 * nothing; whoever takes in the same changes in the same order has the same definitions.
 */
public final class DefinitionTimeline {
    private final Definitions declared;
    private final Map<String, String> comingModels;
    private final List<DefinitionFile> playFiles;
    private final Map<String, DefinitionFile> changedPlays = new HashMap<>();
    private final DefinitionHistory<PatternDefinition> patterns;
    private final DefinitionHistory<Play> plays;
    private final DefinitionHistory<Deployment> models;
    private final FeatureTimeline features;
    private final FeatureReaders readers;

    /**
     * A timeline that begins with what a workspace declares.
     *
     * @param declared the same workspace's definitions
     * @param deployed which versions of its models serve
     */
    public DefinitionTimeline(Workspace workspace, Definitions declared, Collection<Deployment> deployed) {
        this(workspace, declared, deployed, Map.of());
    }

    private DefinitionTimeline(
            Workspace workspace,
            Definitions declared,
            Collection<Deployment> deployed,
            Map<String, String> comingModels) {
        this.declared = declared;
        this.comingModels = comingModels;
        this.models = ServingModels.history(deployed);
        this.playFiles = workspace.definitions(PlayDefinitions.FOLDER);
        this.patterns = declared.patterns().history(declared.catalogue());
        this.plays = declared.plays().history();
        this.features = new FeatureTimeline(declared.features(), declared.catalogue());
        this.readers = new FeatureReaders(declared.catalogue(), declared.targets(), features::names);
    }

    /**
     * The timeline of a workspace and of the models that lie in it, before any change.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming the problems of the first part that has any
     */
    public static DefinitionTimeline of(WorkspaceSnapshot workspace) {
        List<Deployment> deployed = ServingModels.deployments(workspace.repository());
        Map<String, String> targets = ServingModels.targets(workspace.comingModels(), deployed);
        return new DefinitionTimeline(
                workspace, Definitions.load(workspace, targets), deployed, workspace.comingModels());
    }

    /** What the workspace declares. */
    public Definitions declared() {
        return declared;
    }

    /** The patterns. */
    public DefinitionHistory<PatternDefinition> patterns() {
        return patterns;
    }

    /** The plays. */
    public DefinitionHistory<Play> plays() {
        return plays;
    }

    /** The features. */
    public DefinitionHistory<FeatureDefinition> features() {
        return features.history();
    }

    /** The features that there are at a time. */
    public FeatureDefinitions featuresAt(long timeMillis) {
        return features.at(timeMillis);
    }

    /** The names of all features that there are at any time, before a change or after it. */
    public Collection<String> featureNames() {
        return features.names();
    }

    /** Which versions of models serve. */
    public DefinitionHistory<Deployment> models() {
        return models;
    }

    /** Who reads a feature at or after a time, such as {@code play explain-bill}. */
    public List<String> readersOfFeature(String feature, long fromMillis) {
        return readers.of(feature, fromMillis, this);
    }

    /**
     * Takes a change in.
     *
     * @return false where the workspace already holds what the change gives, or something later, so that it does nothing
     * @throws IllegalArgumentException if the change does not fit
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem of its definition
     */
    public boolean apply(Change change) {
        return switch (change.kind()) {
            case PATTERN -> applyPattern(change);
            case PLAY -> applyPlay(change);
            case FEATURE -> features.apply(change, this::readersOfFeature);
            case MODEL -> applyModel(change);
        };
    }

    /** Takes in a change that was accepted before, maybe beside another workspace. */
    public boolean adopt(Change change) {
        return switch (change.kind()) {
            case PATTERN, PLAY -> apply(change);
            case FEATURE -> features.adopt(change, (name, from) -> readers.definitions(name, from, this));
            case MODEL -> adoptModel(change);
        };
    }

    /** The highest version of a definition so far, 0 where there was none. */
    public int highestVersion(DefinitionKind kind, String name) {
        return switch (kind) {
            case PATTERN -> patterns.highestVersion(name);
            case PLAY -> plays.highestVersion(name);
            case FEATURE -> features.highestVersion(name);
            case MODEL -> models.highestVersion(name);
        };
    }

    /** The plays that are in force at a time and read a pattern. */
    public List<Play> readersOf(String pattern, long timeMillis) {
        return plays.at(timeMillis).running().stream()
                .filter(Running::isInForce)
                .map(Running::definition)
                .filter(play -> play.signal().equals(pattern))
                .toList();
    }

    private boolean applyPattern(Change change) {
        long at = change.effectiveMillis();
        String name = change.name();
        Running<PatternDefinition> before = patterns.at(at).inForce(name);
        PatternDefinition given = givenPattern(change);
        if (given != null) {
            readers.readBy(given).forEach(feature -> features.requireUnchangedFrom(at, feature));
        }
        OnChange onChange = onChange(change, given == null ? before : null, given);
        if (onChange == OnChange.REPLAY
                && (before == null || before.definition().keepEvents() == 0)) {
            throw new IllegalArgumentException("no events are kept that could be replayed: " + name
                    + " (legal: keep-events: 100 in the version before, or on-change: drop)");
        }
        Map<String, Play> rereadPlays = new HashMap<>();
        PatternDefinition becomes = becomesInForce(change, given);
        for (Play reader : readersOf(name, at)) {
            if (change.action() == ChangeAction.REMOVE && !change.shadow()) {
                throw new IllegalArgumentException(
                        "a play still reads it: " + reader.name() + " (legal: remove or change the play first)");
            }
            if (becomes != null
                    && (before == null || !stages(before.definition()).equals(stages(becomes)))) {
                refuseIfChangedLater(plays.lastChangedMillis(reader.name()), at, "play", reader.name());
                rereadPlays.put(
                        reader.name(), readPlay(source(reader.name()), reader.name(), signalsWith(becomes, at), at));
            }
        }
        boolean isNew = patterns.apply(change, given, onChange);
        if (isNew) {
            rereadPlays.forEach((play, again) -> plays.refresh(at, change.number(), play, again));
        }
        return isNew;
    }

    private boolean applyPlay(Change change) {
        long at = change.effectiveMillis();
        Play given = null;
        DefinitionFile file = new DefinitionFile("change " + change.number(), change.definition());
        if (change.action() == ChangeAction.APPLY) {
            given = readPlay(List.of(file), change.name(), signals(at), at);
            checkIdentity(change, given.version());
            readers.readBy(given).forEach(feature -> features.requireUnchangedFrom(at, feature));
            refuseIfChangedLater(patterns.lastChangedMillis(given.signal()), at, "pattern", given.signal());
        }
        boolean isNew = plays.apply(change, given, OnChange.DROP);
        if (isNew && given != null && !change.shadow()) {
            changedPlays.put(change.name(), file);
        }
        return isNew;
    }

    private boolean applyModel(Change change) {
        Deployment given = deployment(change);
        long at = change.effectiveMillis();
        if (!given.isOfText()) {
            declared.targets().require(given.target());
        }
        for (Lineup<Deployment> lineup : models.lineups().values()) {
            Running<Deployment> other = lineup.inForce(given.model());
            if (other != null && !other.definition().target().equals(given.target())) {
                throw new IllegalArgumentException("target is not the one that the model has always predicted: "
                        + (given.isOfText() ? "none, it is of text" : given.target()) + " (legal: "
                        + other.definition().target() + ", or a model of another name)");
            }
        }
        for (String feature : given.features()) {
            featuresAt(at).require(feature);
            features.requireUnchangedFrom(at, feature);
        }
        return models.apply(change, given, OnChange.DROP);
    }

    /** Takes no look at versions and features, which may be gone when the change is old. */
    private boolean adoptModel(Change change) {
        return models.apply(change, deployment(change), OnChange.DROP);
    }

    private static Deployment deployment(Change change) {
        return Deployment.read(change.name(), "change " + change.number(), change.definition());
    }

    private @Nullable PatternDefinition givenPattern(Change change) {
        if (change.action() == ChangeAction.SET) {
            Running<PatternDefinition> before =
                    patterns.at(change.effectiveMillis()).inForce(change.name());
            if (before == null) {
                throw new IllegalArgumentException("there is no pattern in force of this name: " + change.name()
                        + " (in force: " + patterns.at(change.effectiveMillis()).names() + ")");
            }
            PatternDefinition set = before.definition();
            for (Map.Entry<String, String> parameter : change.parameters().entrySet()) {
                set = set.withParameter(parameter.getKey(), parameter.getValue());
            }
            return set.withVersion(change.version());
        }
        if (change.action() != ChangeAction.APPLY) {
            return null;
        }
        PatternDefinitions read = PatternDefinitions.read(
                List.of(new DefinitionFile("change " + change.number(), change.definition())),
                declared.catalogue(),
                featuresAt(change.effectiveMillis()).names());
        PatternDefinition given = read.find(change.name());
        if (given == null) {
            throw new IllegalArgumentException(
                    "the definition holds no pattern of this name: " + change.name() + " (it holds: "
                            + read.all().stream().map(PatternDefinition::name).toList() + ")");
        }
        checkIdentity(change, given.version());
        return given;
    }

    /** The definition that plays will read after the change, or null where they go on with the one before. */
    private @Nullable PatternDefinition becomesInForce(Change change, @Nullable PatternDefinition given) {
        if (change.action() == ChangeAction.PROMOTE) {
            Running<PatternDefinition> shadow =
                    patterns.at(change.effectiveMillis()).shadow(change.name());
            return shadow == null ? null : shadow.definition();
        }
        return change.shadow() ? null : given;
    }

    private static OnChange onChange(
            Change change, @Nullable Running<PatternDefinition> before, @Nullable PatternDefinition given) {
        OnChange said = change.onChange();
        if (said != null) {
            return said;
        }
        if (given != null) {
            return given.onChange();
        }
        OnChange declared = before == null ? OnChange.DROP : before.definition().onChange();
        return declared == OnChange.REPLAY ? OnChange.DROP : declared; // there is no version to replay into
    }

    private static void checkIdentity(Change change, int version) {
        if (version != change.version()) {
            throw new IllegalArgumentException("the definition is version " + version + " of " + change.name()
                    + ", but the change says " + change.version());
        }
    }

    private static void refuseIfChangedLater(long lastMillis, long at, String kind, String name) {
        if (lastMillis > at) {
            throw new IllegalArgumentException("the " + kind + " " + name + " changes at "
                    + Instant.ofEpochMilli(lastMillis) + ", and both belong together (legal: at or after that time)");
        }
    }

    private List<DefinitionFile> source(String play) {
        DefinitionFile changed = changedPlays.get(play);
        return changed == null ? playFiles : List.of(changed);
    }

    private Play readPlay(List<DefinitionFile> files, String name, DeclaredSignals signals, long timeMillis) {
        Play play = PlayDefinitions.read(
                        files,
                        name::equals,
                        declared.catalogue(),
                        featuresAt(timeMillis).names(),
                        signals)
                .find(name);
        if (play == null) {
            throw new IllegalArgumentException("the definition holds no play of this name: " + name);
        }
        return play;
    }

    private DeclaredSignals signals(long timeMillis) {
        PatternDefinitions inForce = PatternDefinitions.of(patterns.at(timeMillis).running().stream()
                .filter(Running::isInForce)
                .map(Running::definition)
                .toList());
        List<Deployment> deployed = models.at(timeMillis).running().stream()
                .map(Running::definition)
                .toList();
        Map<String, String> targets = ServingModels.targets(comingModels, deployed);
        return Definitions.signals(inForce, declared.targets(), targets);
    }

    private DeclaredSignals signalsWith(PatternDefinition changed, long timeMillis) {
        DeclaredSignals before = signals(timeMillis);
        return new DeclaredSignals(before.declared().with(changed), before.decisionTypes());
    }

    private Map<String, ?> stages(PatternDefinition definition) {
        DeclaredSignals alone = new DeclaredSignals(PatternDefinitions.of(List.of(definition)), new TreeMap<>());
        return Objects.requireNonNull(alone.stages(definition.name()));
    }
}
