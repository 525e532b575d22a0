package io.heed.jobs.commands;

import io.heed.events.catalogue.NearestName;
import io.heed.jobs.backtest.Trial;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What is to be tried: the definitions of a file, or other values of a pattern's parameters. */
final class TrialArguments {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "Patterns and plays, as they stand in a workspace; each takes the place of the one of its name.")
    private @Nullable Path file;

    @Option(names = "--pattern", paramLabel = "NAME", description = "A pattern whose parameters are set.")
    private @Nullable String pattern;

    @Option(names = "--set", paramLabel = "PARAMETER=VALUE", description = "What to set; may stand several times.")
    private Map<String, String> parameters = new TreeMap<>();

    /**
     * What is to be tried, checked against a workspace.
     *
     * @param log an empty folder, which gets the changes
     */
    Trial trial(CommandLine command, WorkspaceSnapshot workspace, Path log) throws IOException {
        if (file != null && pattern == null && parameters.isEmpty()) {
            return Trial.ofFile(workspace, file.toString(), text(file), log);
        }
        if (file != null || pattern == null || parameters.isEmpty()) {
            throw new ParameterException(
                    command,
                    "what to try is not clear (legal: either FILE, or --pattern unused-addon-30-days --set unused=25d)");
        }
        List<String> declared = Trial.patternsOf(workspace);
        if (!declared.contains(pattern)) {
            throw new ParameterException(command, unknown(pattern, declared));
        }
        try {
            return Trial.ofParameters(workspace, pattern, new TreeMap<>(parameters), log);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static String unknown(String name, List<String> declared) {
        if (declared.isEmpty()) {
            return "pattern is not declared: " + name + " (the workspace declares none)";
        }
        return "pattern is not declared: " + name + " (nearest: " + NearestName.of(name, declared) + "; legal: "
                + String.join(", ", declared) + ")";
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException invalid) {
            throw new IllegalArgumentException("file is not valid UTF-8: " + file, invalid);
        }
    }
}
