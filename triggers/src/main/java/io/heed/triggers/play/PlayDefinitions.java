package io.heed.triggers.play;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.Running;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import io.heed.triggers.signal.FeatureWords;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The plays and the policy of a workspace, checked; serializable, so that they can be compiled where they run. */
public final class PlayDefinitions implements Serializable {
    private static final long serialVersionUID = 1L;
    /** The folder of a workspace that holds them. */
    public static final String FOLDER = "triggers/definitions";

    private final TreeMap<String, Play> plays;
    private final Policy policy;
    private final List<String> features;
    private final FeatureWords words;

    private PlayDefinitions(
            SortedMap<String, Play> plays, Policy policy, Collection<String> features, FeatureWords words) {
        this.plays = new TreeMap<>(plays);
        this.policy = policy;
        this.features = List.copyOf(features);
        this.words = words;
    }

    /**
     * The plays that a workspace declares in {@code triggers/definitions}.
     *
     * @param features the names of all declared features
     * @param signals the patterns and models that plays may name
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public static PlayDefinitions load(
            Workspace workspace, EventCatalogue catalogue, Collection<String> features, SignalCatalogue signals) {
        return read(workspace.definitions(FOLDER), name -> true, catalogue, features, signals);
    }

    /**
     * Some plays of some files.
     *
     * @param wanted the names of the plays to read; the others are passed over, whatever is wrong with them
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public static PlayDefinitions read(
            List<DefinitionFile> files,
            Predicate<String> wanted,
            EventCatalogue catalogue,
            Collection<String> features,
            SignalCatalogue signals) {
        Problems problems = new Problems();
        Loading loading = new Loading(problems, new PlayReader(catalogue, features, signals), wanted);
        files.forEach(loading::read);
        problems.throwIfAny();
        Policy policy = loading.policy == null ? Policy.careful() : loading.policy;
        return new PlayDefinitions(loading.plays, policy, features, FeatureWords.NONE);
    }

    /** The plays, by name. */
    public Collection<Play> plays() {
        return Collections.unmodifiableCollection(plays.values());
    }

    /** The play of that name, or null. */
    public @Nullable Play find(String name) {
        return plays.get(name);
    }

    /** The names of all features that the plays may read. */
    public Collection<String> features() {
        return features;
    }

    /** What holds for all plays. */
    public Policy policy() {
        return policy;
    }

    /** The same plays, which put features into words. */
    public PlayDefinitions withWords(FeatureWords newWords) {
        return new PlayDefinitions(plays, policy, features, newWords);
    }

    /** The words for features. */
    public FeatureWords words() {
        return words;
    }

    /** A history that begins with these plays. */
    public DefinitionHistory<Play> history() {
        List<Running<Play>> running = plays.values().stream()
                .map(play -> Running.always(play.name(), play.version(), play))
                .toList();
        return new DefinitionHistory<>(running, play -> 0);
    }

    /** One play, of these or a later one, with its expressions compiled. */
    public CompiledPlay compile(Play play, EventCatalogue catalogue) {
        return new CompiledPlay(play, features, catalogue);
    }

    /** The plays with their expressions compiled, by name. */
    public SortedMap<String, CompiledPlay> compile(EventCatalogue catalogue) {
        SortedMap<String, CompiledPlay> compiled = new TreeMap<>();
        plays.forEach((name, play) -> compiled.put(name, compile(play, catalogue)));
        return compiled;
    }

    /** The features that each play reads, by the play's name: who must agree before a feature is changed in place. */
    public SortedMap<String, Set<String>> featuresRead(EventCatalogue catalogue) {
        SortedMap<String, Set<String>> read = new TreeMap<>();
        compile(catalogue).forEach((name, play) -> read.put(name, play.featuresRead()));
        return read;
    }

    private static final class Loading {
        private final Problems problems;
        private final PlayReader reader;
        private final Predicate<String> wanted;
        private final SortedMap<String, Play> plays = new TreeMap<>();
        private @Nullable Policy policy;

        Loading(Problems problems, PlayReader reader, Predicate<String> wanted) {
            this.problems = problems;
            this.reader = reader;
            this.wanted = wanted;
        }

        void read(DefinitionFile file) {
            YamlMapping top = YamlFile.read(file.name(), file.text(), problems);
            if (top == null) {
                return;
            }
            readPolicy(top.find("policy"));
            YamlValue section = top.find("plays");
            YamlMapping named = section == null ? null : section.mapping();
            Map<String, YamlValue> entries = named == null ? Map.of() : named.entries();
            entries.values().stream().filter(play -> wanted.test(play.key())).forEach(this::readPlay);
            top.rejectUnknownKeys();
        }

        private void readPolicy(@Nullable YamlValue at) {
            YamlMapping body = at == null ? null : at.mapping();
            if (at == null || body == null) {
                return;
            }
            if (policy != null) {
                problems.add(at.keyPosition(), "policy is declared twice");
            }
            policy = problems.build(at.keyPosition(), () -> PolicyReader.read(body));
        }

        private void readPlay(YamlValue at) {
            YamlMapping body = at.mapping();
            Play play = body == null ? null : problems.build(at.keyPosition(), () -> reader.read(at, body));
            if (play != null && plays.put(play.name(), play) != null) {
                problems.add(at.keyPosition(), "play is declared twice: " + play.name());
            }
        }
    }
}
