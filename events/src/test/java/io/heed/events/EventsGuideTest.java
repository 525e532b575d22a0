package io.heed.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.codec.CloudEventReader;
import io.heed.events.codec.RawRecord;
import io.heed.events.codec.Reading;
import io.heed.events.codec.RecordLimits;
import io.heed.events.mapping.SourceMappings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EventsGuideTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EVENT = Pattern.compile("^\\{\"specversion.*$", Pattern.MULTILINE);

    private final String guide = read();

    @Test
    void everyExampleOfTheGuideLoads() {
        List<String> examples =
                YAML.matcher(guide).results().map(found -> found.group(1)).toList();

        assertThat(examples).hasSize(3);
        for (String example : examples) {
            Workspace workspace = workspace(example);
            EventCatalogue catalogue = EventCatalogue.load(workspace);
            assertThat(SourceMappings.load(workspace, catalogue)).hasSize(example.contains("sources:") ? 2 : 0);
        }
    }

    @Test
    void theEventOfTheGuideIsRead() {
        String example = YAML.matcher(guide).results().findFirst().orElseThrow().group(1);
        String line = EVENT.matcher(guide).results().findFirst().orElseThrow().group();
        CloudEventReader reader = new CloudEventReader(
                EventCatalogue.load(workspace(example)), RecordLimits.startingAt(1_800_000_000_000L));

        assertThat(reader.read(
                        new RawRecord("guide", 1, RawRecord.NO_TIMESTAMP, line.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Reading.Accepted.class);
    }

    private static Workspace workspace(String yaml) {
        return folder -> List.of(new DefinitionFile("docs/events.md", yaml));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "docs", "events.md"));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
