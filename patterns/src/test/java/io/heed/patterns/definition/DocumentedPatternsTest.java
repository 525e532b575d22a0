package io.heed.patterns.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every YAML example of the guide is a legal definition. */
class DocumentedPatternsTest {
    private static final Path GUIDE = Path.of("..", "docs", "patterns.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final EventCatalogue CATALOGUE = EventCatalogue.load(Workspace.local(Path.of("..")));

    @Test
    void everyExampleLoads() throws IOException {
        List<DefinitionFile> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(GUIDE));
        while (matcher.find()) {
            examples.add(new DefinitionFile("example " + (examples.size() + 1), matcher.group(1)));
        }

        assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
        assertThat(PatternDefinitions.read(examples, CATALOGUE, List.of()).all())
                .hasSameSizeAs(examples);
    }
}
