package io.heed.jobs.commands.patterns;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.features.FeatureDefinitions;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.Definitions;
import io.heed.jobs.workspace.ServingModels;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.repository.ModelRepository;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import io.heed.triggers.play.Play;
import io.heed.triggers.signal.SignalKind;
import java.nio.file.Path;
import java.util.List;

/**
 * The patterns of a workspace and the plays that read them.
 *
 * @param plays all plays that start on a pattern, by name
 * @param playsKnown whether the plays could be loaded; patterns are shown also where they could not
 */
record DeclaredPatterns(PatternDefinitions patterns, List<Play> plays, boolean playsKnown) {
    /**
     * What a folder declares.
     *
     * @throws InvalidDefinitionsException naming every problem of the patterns, or of what they read
     */
    static DeclaredPatterns load(String folder) {
        WorkspaceSnapshot workspace = WorkspaceFiles.snapshot(folder);
        try {
            ModelRepository repository = new ModelRepository(Path.of(folder).resolve("models/repository"));
            Definitions all = Definitions.load(workspace, ServingModels.targets(repository));
            List<Play> onPatterns = all.plays().plays().stream()
                    .filter(play -> play.signalKind() == SignalKind.PATTERN)
                    .toList();
            return new DeclaredPatterns(all.patterns(), onPatterns, true);
        } catch (InvalidDefinitionsException somewhere) {
            EventCatalogue catalogue = EventCatalogue.load(workspace);
            FeatureDefinitions features = FeatureDefinitions.load(workspace, catalogue);
            PatternDefinitions patterns = PatternDefinitions.load(workspace, catalogue, features.names());
            return new DeclaredPatterns(patterns, List.of(), false);
        }
    }

    /** The plays that react to a pattern. */
    List<Play> playsOf(PatternDefinition pattern) {
        return plays.stream()
                .filter(play -> play.signal().equals(pattern.name()))
                .toList();
    }
}
