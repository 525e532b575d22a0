package io.heed.jobs.commands.patterns;

import io.heed.events.change.OnChange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of open matches. */
final class OnChangeArgument {
    @Option(
            names = "--on-change",
            paramLabel = "WHAT",
            description = "What becomes of open matches: ${COMPLETION-CANDIDATES}. Default: what the definition says.")
    private @Nullable OnChange onChange;

    /** What was said, or null for what the definition says. */
    @Nullable
    OnChange value() {
        return onChange;
    }
}
