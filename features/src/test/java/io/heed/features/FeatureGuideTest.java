package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.features.window.Aggregate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds docs/features.md to what it says. */
class FeatureGuideTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    private final EventCatalogue catalogue = EventCatalogue.load(Workspace.local(ROOT));

    @TestFactory
    List<DynamicTest> everyExampleLoads() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Matcher examples = EXAMPLE.matcher(guide());
        while (examples.find()) {
            String yaml = examples.group(1);
            Workspace workspace = folder -> List.of(new DefinitionFile("example.yaml", yaml));
            tests.add(DynamicTest.dynamicTest(
                    yaml.lines().skip(1).findFirst().orElse("?").strip(),
                    () -> assertThat(FeatureDefinitions.load(workspace, catalogue)
                                    .all())
                            .isNotEmpty()));
        }
        assertThat(tests).hasSizeGreaterThan(5);
        return tests;
    }

    @Test
    void everyAggregateIsExplained() throws IOException {
        String guide = guide();
        for (Aggregate aggregate : Aggregate.values()) {
            assertThat(guide).contains("`" + aggregate.text() + "`");
        }
    }

    private static String guide() throws IOException {
        return Files.readString(ROOT.resolve("docs/features.md"));
    }
}
