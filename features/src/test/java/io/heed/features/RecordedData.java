package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.codec.RawRecord;
import io.heed.events.codec.Reading;
import io.heed.events.codec.RecordLimits;
import io.heed.events.mapping.MappedEventReader;
import io.heed.events.mapping.SourceMappings;
import io.heed.events.timeline.SharedHistory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** One of the recorded data sets, which lie beside the checkout and not in it, with its workspace. */
final class RecordedData {
    private static final Path DATA =
            Path.of("../../shared/data").toAbsolutePath().normalize();
    private static final long LATER_THAN_ALL = 2_000_000_000_000L;

    private final String name;
    private final Workspace workspace;
    private final EventCatalogue catalogue;

    /** The data set of a name; without it the test is skipped. */
    RecordedData(String name) {
        Assumptions.assumeTrue(
                Files.isDirectory(DATA.resolve(name)),
                () -> "recorded data is not there, so nothing is compared: " + DATA.resolve(name));
        this.name = name;
        this.workspace = Workspace.local(Path.of("../replay-data/workspaces", name));
        this.catalogue = EventCatalogue.load(workspace);
    }

    /** Runs all events through the features; the look comes before each is observed. Gives how many there were. */
    long replay(BiConsumer<CareEvent, FeatureView> look) {
        MappedEventReader reader = new MappedEventReader(
                Objects.requireNonNull(SourceMappings.load(workspace, catalogue).get(name)),
                catalogue,
                RecordLimits.startingAt(LATER_THAN_ALL));
        FeatureBench bench =
                new FeatureBench(catalogue, FeatureDefinitions.load(workspace, catalogue), SharedHistory.EMPTY);
        long line = 0;
        for (String text : lines("events.jsonl.gz")) {
            line++;
            RawRecord raw = new RawRecord(name, line, RawRecord.NO_TIMESTAMP, text.getBytes(StandardCharsets.UTF_8));
            Reading reading = reader.read(raw);
            assertThat(reading).as("line %d", line).isInstanceOf(Reading.Accepted.class);
            CareEvent event = ((Reading.Accepted) reading).event();
            bench.turnTo(event.subject());
            bench.handleDue(event.dueMillis());
            look.accept(event, bench.at(event.dueMillis(), event));
            bench.observe(event);
        }
        return line;
    }

    /** The rows of a CSV file by a key made of some of its columns, each a map from column to cell. */
    Map<String, Map<String, String>> rows(String file, String... key) {
        List<String> lines = lines(file);
        String[] columns = lines.get(0).split(",", -1);
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.put(String.join("|", Stream.of(key).map(row::get).toList()), row);
        }
        return rows;
    }

    private List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve(name).resolve(file))), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
