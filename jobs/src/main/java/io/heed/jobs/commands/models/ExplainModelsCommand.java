package io.heed.jobs.commands.models;

import io.heed.jobs.commands.arguments.ChangesArgument;
import io.heed.jobs.commands.arguments.CheckedWorkspace;
import io.heed.jobs.commands.arguments.InputArguments;
import io.heed.jobs.commands.arguments.TimeConverter;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.CareResult.Predicted;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.embedded.JobFailedException;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.prediction.Prediction;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Explains the scores of one customer. */
@Command(
        name = "explain",
        description = {
            "Takes a recording through the job for one customer and explains the last score of each model: what each"
                    + " feature added to the score of a typical customer.",
            "",
            "The parts add up to the score less that of the baseline row. Features are switched from the baseline's value"
                    + " to the customer's one by one, in the model's order and in reverse, and both are averaged.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed models explain C000970",
            "  ./heed models explain C000970 --at 2026-06-12T15:00:00Z --model repeat-contact",
            "",
            "Exit codes: 0 explained; 1 failed, or no model scored the customer; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExplainModelsCommand implements Callable<Integer> {
    @ParentCommand
    private ModelsCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CUSTOMER", description = "The customer's id, as the source of the events names it.")
    private String customer;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Explain the last scores up to this time. Default: the recording's end.")
    private @Nullable Instant at;

    @Option(names = "--model", paramLabel = "NAME", description = "Explain this model alone.")
    private @Nullable String model;

    @Mixin
    private InputArguments input = new InputArguments();

    @Mixin
    private ChangesArgument changes = new ChangesArgument();

    @Override
    public Integer call() throws JobFailedException {
        Screen screen = parent.screen(spec);
        JobConfiguration configuration = input.configuration(parent.heed(), TimeOptions.usual(), changes.options());
        WorkspaceSnapshot workspace = CheckedWorkspace.at(configuration.workspace());
        Collection<Prediction> last = last(configuration, workspace);
        if (last.isEmpty()) {
            screen.print("No model scored this customer up to then: " + customer);
            return 1;
        }
        PredictionView view = new PredictionView(screen, workspace.repository());
        last.forEach(view::show);
        return 0;
    }

    /** The last prediction of each version that scored. */
    private Collection<Prediction> last(JobConfiguration configuration, WorkspaceSnapshot workspace)
            throws JobFailedException {
        ProactiveCareJob job = new ProactiveCareJob(
                configuration, workspace, List.of(), parent.heed().clock().millis());
        TreeMap<String, Prediction> last = new TreeMap<>();
        new EmbeddedFlink(input.parallelism())
                .collect(
                        environment -> job.addFor(environment, customer),
                        result -> {
                            if (result instanceof Predicted predicted && isWanted(predicted.prediction())) {
                                Prediction prediction = predicted.prediction();
                                last.merge(
                                        prediction.model() + "@" + prediction.version(),
                                        prediction,
                                        (older, newer) -> Comparator.comparingLong(Prediction::timeMillis)
                                                                .compare(older, newer)
                                                        > 0
                                                ? older
                                                : newer);
                            }
                        },
                        soFar -> {});
        return last.values();
    }

    private boolean isWanted(Prediction prediction) {
        return (at == null || prediction.timeMillis() <= at.toEpochMilli())
                && (model == null || model.equals(prediction.model()));
    }
}
