package io.heed.jobs.commands.features;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.features.FeatureDefinition;
import io.heed.jobs.change.DefinitionTimeline;
import io.heed.jobs.commands.arguments.WorkspaceOption;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.TextTable;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the features of a workspace. */
@Command(
        name = "list",
        description = {
            "Lists the features of a workspace: unit, what is made of which events and how far back, the beginning of the"
                    + " hash by which models know a definition, and who reads it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed features list",
            "  ./heed features list --workspace my-company --json",
            "",
            "Exit codes: 0 listed; 1 failed, or the workspace has problems; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ListFeaturesCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HASH_SHOWN = 8;
    private static final int SUMMARY_SHOWN = 60;

    @ParentCommand
    private FeaturesCommand parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "Print a JSON object a line, with descriptions and whole hashes.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Screen screen = parent.screen(spec);
        DefinitionTimeline timeline = DefinitionTimeline.of(WorkspaceFiles.snapshot(workspace.folder(parent.home())));
        Collection<FeatureDefinition> features = timeline.declared().features().all();
        if (json) {
            for (FeatureDefinition feature : features) {
                screen.print(JSON.writeValueAsString(node(feature, readers(timeline, feature))));
            }
            return 0;
        }
        TextTable table = new TextTable("Feature", "Unit", "Is", "Events", "Hash", "Read by");
        features.forEach(feature -> add(table, feature, readers(timeline, feature)));
        table.lines().forEach(screen::print);
        screen.print("");
        screen.print(Figures.count(features.size(), "feature"));
        return 0;
    }

    private static List<String> readers(DefinitionTimeline timeline, FeatureDefinition feature) {
        return timeline.readersOfFeature(feature.name(), Long.MIN_VALUE);
    }

    /** A row for the feature, and one more for each further reader. */
    private static void add(TextTable table, FeatureDefinition feature, List<String> readers) {
        table.add(
                feature.name(),
                feature.unit(),
                shortened(feature.summary()),
                String.join(", ", feature.readsEvents()),
                feature.hash().substring(0, HASH_SHOWN),
                readers.isEmpty() ? "" : readers.get(0));
        readers.stream().skip(1).forEach(reader -> table.add("", "", "", "", "", reader));
    }

    private static String shortened(String summary) {
        String line = summary.replaceAll("\\s+", " ");
        return line.length() <= SUMMARY_SHOWN ? line : line.substring(0, SUMMARY_SHOWN - 1) + "…";
    }

    private static ObjectNode node(FeatureDefinition feature, List<String> readers) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", feature.name());
        node.put("description", feature.description());
        node.put("unit", feature.unit());
        node.put("is", feature.summary());
        addAll(node.putArray("events"), feature.readsEvents());
        addAll(node.putArray("reads"), feature.readsFeatures());
        node.put("hash", feature.hash());
        addAll(node.putArray("readBy"), readers);
        return node;
    }

    private static void addAll(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }
}
