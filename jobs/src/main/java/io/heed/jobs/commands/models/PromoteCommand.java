package io.heed.jobs.commands.models;

import io.heed.models.repository.Aliases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a version the champion. */
@Command(
        name = "promote",
        description = {
            "Makes a challenger or shadow the champion. The champion before it serves no more; rollback brings it back.",
            "",
            "A model of text has a champion alone, so any of its versions can be promoted: messages from then on are read"
                    + " by it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed models promote repeat-contact",
            "  ./heed models promote repeat-contact 2",
            "  ./heed models promote emotional-state 3",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PromoteCommand extends LineupCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION",
            description = "The version. Default: the challenger, else the only shadow.")
    private @Nullable Integer version;

    @Override
    Aliases next(LineupChange change) {
        Aliases current = change.current();
        if (change.isOfText(version)) {
            return reading(current);
        }
        if (current == null) {
            throw new IllegalArgumentException("no version serves that could be promoted"
                    + " (legal: ./heed models deploy MODEL VERSION --as champion)");
        }
        int promoted = version == null ? onlyCandidate(current) : version;
        if (current.part(promoted).isEmpty()) {
            throw new IllegalArgumentException(
                    "version is neither challenger nor shadow: " + promoted + " (serving: " + current.versions()
                            + ", legal: deploy it as a shadow first, or deploy MODEL VERSION --as champion)");
        }
        return current.withChampion(promoted);
    }

    private Aliases reading(@Nullable Aliases current) {
        if (version == null) {
            throw new IllegalArgumentException(
                    "which version shall read messages is not said" + " (legal: ./heed models promote MODEL VERSION)");
        }
        if (current != null && version.equals(current.champion())) {
            throw new IllegalArgumentException("version reads messages already: " + version);
        }
        return Aliases.champion(version);
    }

    private static int onlyCandidate(Aliases current) {
        if (current.challenger() != null) {
            return current.challenger().version();
        }
        if (current.shadows().size() != 1) {
            throw new IllegalArgumentException("which version is not clear, there is no challenger and "
                    + current.shadows().size() + " shadows (legal: ./heed models promote MODEL VERSION)");
        }
        return current.shadows().get(0).version();
    }
}
