package io.heed.jobs.commands.models;

import io.heed.events.change.Running;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.commands.changing.ChangeArguments;
import io.heed.jobs.commands.changing.JobAddress;
import io.heed.jobs.commands.changing.LastChanges;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.TextTable;
import io.heed.language.emotion.EmotionModel;
import io.heed.models.repository.Deployment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says which versions serve, and how they do. */
@Command(
        name = "status",
        description = {
            "Says which versions of models serve now, by what a job was started with and all changes since, and how they"
                    + " do: whether what they are asked has drifted, how good they were as labels matured, and what to"
                    + " expect until then. Of a running job it also says whether understanding messages keeps up.",
            "",
            "Figures come from a running job (--state, --rest), or from what a job or a replay has written to its output"
                    + " model-health (--health). docs/models.md explains each.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed models status",
            "  ./heed models status --state heed-state",
            "  ./heed models status --health out/model-health",
            "",
            "Exit codes: 0 shown; 1 failed; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StatusCommand implements Callable<Integer> {
    private static final int HASH_SHOWN = 12;

    @ParentCommand
    private ModelsCommand parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ChangeArguments arguments = new ChangeArguments();

    @Mixin
    private JobAddress job = new JobAddress();

    @Option(
            names = "--health",
            paramLabel = "FILE|DIR",
            description =
                    "The output model-health of a job or a replay: a file of its lines, or the folder of its files.")
    private @Nullable Path health;

    @Override
    public Integer call() throws Exception {
        Screen screen = parent.screen(spec);
        try (ChangeDesk desk = arguments.desk(parent.heed())) {
            show(desk, screen);
            showReading(desk, screen);
            HealthTable table = health == null ? HealthTable.of(job.counts()) : HealthTable.of(health);
            table.show(screen);
            LastChanges.show(desk.verdicts(), screen);
            return 0;
        }
    }

    private void show(ChangeDesk desk, Screen screen) {
        long now = parent.heed().clock().millis();
        TextTable table = new TextTable("Model", "Version", "Serves", "Target", "Hash", "Since");
        for (Running<Deployment> running : desk.timeline().models().at(now).running()) {
            Deployment deployment = running.definition();
            for (int version : deployment.aliases().versions()) {
                table.add(
                        deployment.model(),
                        String.valueOf(version),
                        deployment.aliases().part(version),
                        deployment.isOfText() ? "-" : deployment.target(),
                        String.valueOf(deployment.hashes().get(version)).substring(0, HASH_SHOWN),
                        since(desk.timeline().models().lastChangedMillis(deployment.model()), now));
            }
        }
        table.lines().forEach(screen::print);
    }

    private void showReading(ChangeDesk desk, Screen screen) throws IOException {
        Running<Deployment> reading =
                desk.timeline().models().at(parent.heed().clock().millis()).inForce(EmotionModel.NAME);
        String sentence = new ReadingSentence(desk.workspace().repository())
                .of(
                        job.largest(ReadingSentence.OPERATOR, ReadingSentence.METRICS),
                        reading == null ? null : reading.definition());
        if (!sentence.isEmpty()) {
            screen.print("");
            screen.print(sentence);
        }
    }

    private static String since(long changedMillis, long now) {
        return changedMillis == Long.MIN_VALUE || changedMillis > now
                ? "-"
                : Instant.ofEpochMilli(changedMillis).toString();
    }
}
