package io.heed.jobs.commands.features;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.events.catalogue.NearestName;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.change.ChangeLog;
import io.heed.jobs.change.DefinitionTimeline;
import io.heed.jobs.commands.arguments.ChangesArgument;
import io.heed.jobs.commands.arguments.InputArguments;
import io.heed.jobs.commands.arguments.TimeConverter;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.embedded.JobFailedException;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Explains which events stand behind a customer's features at an instant. */
@Command(
        name = "explain",
        description = {
            "Takes a recording through the job's own stages for one customer and says what the features were at an"
                    + " instant, and which events stand behind each value.",
            "",
            "It knows what the live job knew: a late event counts from its arrival on. Features that belong to an account,"
                    + " a line or the event at hand are those of the customer's event at that very instant; without one"
                    + " they are absent.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed features explain C000970 --at 2026-06-12T15:00:00Z",
            "  ./heed features explain C000970 --at 2026-06-12T15:00:00Z --feature contacts_7d --events march.jsonl.gz",
            "",
            "Exit codes: 0 explained; 1 failed, or the customer is not known; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExplainFeaturesCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    private FeaturesCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CUSTOMER", description = "The customer's id, as the source of the events names it.")
    private String customer;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            required = true,
            converter = TimeConverter.class,
            description = "The instant; what happens at it does not count yet.")
    private Instant at;

    @Option(
            names = "--feature",
            paramLabel = "NAME",
            arity = "1..*",
            description = "The features to explain. Default: all that are not absent.")
    private List<String> features = List.of();

    @Option(
            names = "--event",
            paramLabel = "ID",
            defaultValue = "",
            description = "Which event of that instant is at hand, where there are several. Default: the first.")
    private String event = "";

    @Option(names = "--json", description = "Print one JSON object instead.")
    private boolean json;

    @Mixin
    private InputArguments input = new InputArguments();

    @Mixin
    private ChangesArgument changes = new ChangesArgument();

    @Override
    public Integer call() throws IOException, JobFailedException {
        Screen screen = parent.screen(spec);
        List<JsonNode> found = explanations();
        if (found.isEmpty()) {
            screen.print("No event of this customer was read: " + customer);
            return 1;
        }
        JsonNode explanation = chosen(found);
        if (json) {
            screen.print(explanation.toString());
        } else {
            new ExplanationView(screen).show(explanation, ids(found), features.isEmpty());
        }
        return 0;
    }

    private List<JsonNode> explanations() throws IOException, JobFailedException {
        JobConfiguration configuration = input.configuration(parent.heed(), untilThen(), changes.options());
        WorkspaceSnapshot workspace = WorkspaceFiles.snapshot(configuration.workspace());
        requireKnown(names(workspace, configuration.changes()));
        ProactiveCareJob job = new ProactiveCareJob(
                configuration, workspace, List.of(), parent.heed().clock().millis());
        List<JsonNode> found = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        new EmbeddedFlink(input.parallelism())
                .collect(
                        environment -> job.addExplanationTo(environment, customer, at.toEpochMilli(), features),
                        lines::add,
                        soFar -> {});
        for (String line : lines) {
            found.add(JSON.readTree(line));
        }
        return found;
    }

    /** Time goes on to the instant, should the recording end before. */
    private TimeOptions untilThen() {
        TimeOptions usual = TimeOptions.usual();
        return new TimeOptions(
                usual.maxOutOfOrdernessMillis(),
                usual.duplicatesWithinMillis(),
                usual.maxAheadMillis(),
                usual.idleAfterMillis(),
                usual.liveFromMillis(),
                at.toEpochMilli());
    }

    private Collection<String> names(WorkspaceSnapshot workspace, ChangeOptions options) throws IOException {
        if (!options.isPresent()) {
            return DefinitionTimeline.of(workspace).declared().features().names();
        }
        try (ChangeDesk desk = new ChangeDesk(workspace, ChangeLog.open(options))) {
            return desk.timeline().featuresAt(at.toEpochMilli()).names();
        }
    }

    private void requireKnown(Collection<String> names) {
        for (String feature : features) {
            if (!names.contains(feature)) {
                throw new IllegalArgumentException(
                        "feature is not declared: " + feature + " (nearest: " + NearestName.of(feature, names) + ")");
            }
        }
    }

    /** The explanation for the event at hand: the wanted one, else the first; without any that of the instant alone. */
    private JsonNode chosen(List<JsonNode> found) {
        List<String> ids = ids(found);
        if (event.isEmpty()) {
            return found.get(ids.isEmpty() ? 0 : 1);
        }
        int place = ids.indexOf(event);
        if (place < 0) {
            throw new IllegalArgumentException("no event of this customer at " + at + " has this id: " + event
                    + " (there are: " + String.join(", ", ids) + ")");
        }
        return found.get(place + 1);
    }

    private static List<String> ids(List<JsonNode> found) {
        return found.stream()
                .skip(1)
                .map(explanation -> explanation.path("event").path("id").asText())
                .toList();
    }
}
