package io.heed.jobs.commands.models;

import io.heed.models.repository.Aliases;
import io.heed.models.repository.Aliases.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a version serve. */
@Command(
        name = "deploy",
        description = {
            "Lets a version of a model serve, without a restart: as a shadow that nobody acts on, as a challenger for a"
                    + " share of the customers, or as the champion.",
            "",
            "It is loaded and tested before the change is written, again where the job reviews it, and once more in every"
                    + " process before the first decision that it scores. Which customers a share holds is drawn by a"
                    + " hash: a replay draws the same.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed models deploy repeat-contact 2",
            "  ./heed models deploy repeat-contact 2 --as challenger --share 0.1",
            "  ./heed models deploy repeat-contact 2 --as champion --at 2026-03-01T12:00:00Z",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DeployCommand extends LineupCommand {
    private static final double USUAL_CHALLENGER_SHARE = 0.1;

    /** The parts that a version can have. */
    enum Part {
        shadow,
        challenger,
        champion
    }

    @Parameters(index = "1", paramLabel = "VERSION", description = "The version's number.")
    private int version;

    @Option(
            names = "--as",
            paramLabel = "PART",
            defaultValue = "shadow",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Part part = Part.shadow;

    @Option(
            names = "--share",
            paramLabel = "SHARE",
            description =
                    "The share of customers, above 0 and at most 1. Default: 1 for a shadow, 0.1 for a challenger.")
    private @Nullable Double share;

    @Override
    Aliases next(LineupChange change) {
        Aliases current = change.current();
        return switch (part) {
            case shadow -> {
                Share shadow = new Share(version, share == null ? 1 : share);
                yield current == null ? new Aliases(null, null, List.of(shadow)) : current.withShadow(shadow);
            }
            case challenger -> {
                Share challenger = new Share(version, share == null ? USUAL_CHALLENGER_SHARE : share);
                yield current == null ? new Aliases(null, challenger, List.of()) : current.withChallenger(challenger);
            }
            case champion -> {
                if (share != null) {
                    throw new IllegalArgumentException(
                            "a champion has no share: " + share + " (legal: --as challenger)");
                }
                yield current == null ? Aliases.champion(version) : current.withChampion(version);
            }
        };
    }
}
