package io.heed.patterns.drawing;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.features.FeatureDefinitions;
import io.heed.patterns.LetterEvents;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Patterns to draw: of letters, and those that come with Heed. */
final class DrawnPatterns {
    private DrawnPatterns() {}

    /** A pattern of letters by what stands below its name in YAML. */
    static PatternDefinition ofLetters(String body) {
        String yaml = "patterns:\n  letters:\n    description: Letters & <more>.\n" + body.indent(4);
        List<DefinitionFile> files = List.of(new DefinitionFile("letters.yaml", yaml));
        return PatternDefinitions.read(files, LetterEvents.CATALOGUE, List.of())
                .all()
                .iterator()
                .next();
    }

    static Collection<PatternDefinition> shipped() {
        Workspace workspace = Workspace.local(Path.of(".."));
        EventCatalogue catalogue = EventCatalogue.load(workspace);
        Collection<String> features =
                FeatureDefinitions.load(workspace, catalogue).names();
        return PatternDefinitions.load(workspace, catalogue, features).all();
    }
}
