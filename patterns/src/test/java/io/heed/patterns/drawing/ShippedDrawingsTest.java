package io.heed.patterns.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.patterns.definition.PatternDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The drawings of the guide are those that the code draws now. */
class ShippedDrawingsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path DRAWINGS = DOCS.resolve("patterns");

    @ParameterizedTest
    @MethodSource("io.heed.patterns.drawing.DrawnPatterns#shipped")
    void theDrawingOfAPatternIsUpToDate(PatternDefinition pattern) {
        Path file = DRAWINGS.resolve(pattern.name() + ".svg");
        String refresh = "./heed patterns show " + pattern.name() + " --svg docs/patterns/" + pattern.name() + ".svg";

        assertThat(file).as("missing; write it by: " + refresh).exists();
        assertThat(file).as("out of date; write it anew by: " + refresh).hasContent(SvgDrawing.of(pattern));
    }

    @Test
    void everyDrawingIsOfAPatternAndStandsInTheGuide() throws IOException {
        List<String> names = DrawnPatterns.shipped().stream()
                .map(pattern -> pattern.name() + ".svg")
                .toList();
        String guide = Files.readString(DOCS.resolve("patterns.md"));

        try (Stream<Path> files = Files.list(DRAWINGS)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
        assertThat(names).allSatisfy(name -> assertThat(guide).contains("](patterns/" + name + ")"));
    }
}
