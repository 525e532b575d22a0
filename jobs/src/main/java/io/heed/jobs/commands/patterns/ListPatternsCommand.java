package io.heed.jobs.commands.patterns;

import io.heed.events.yaml.Durations;
import io.heed.jobs.commands.arguments.WorkspaceOption;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.TextTable;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.StageDefinition;
import io.heed.patterns.drawing.ParameterRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the patterns of a workspace. */
@Command(
        name = "list",
        description = {
            "Lists the patterns of a workspace: version, window, stages, and parameters with their values and bounds.",
            "",
            "The plays that react to a pattern stand below its name. A stage behind ✗ must not come.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed patterns list",
            "  ./heed patterns list --workspace my-company",
            "",
            "Exit codes: 0 listed; 1 failed, or the patterns have problems; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ListPatternsCommand implements Callable<Integer> {
    @ParentCommand
    private PatternsCommand parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Override
    public Integer call() {
        Screen screen = parent.screen(spec);
        DeclaredPatterns declared = DeclaredPatterns.load(workspace.folder(parent.home()));
        TextTable table = new TextTable("Pattern and its plays", "Version", "Window", "Stages", "Parameters");
        for (PatternDefinition pattern : declared.patterns().all()) {
            add(table, pattern, declared);
        }
        table.lines().forEach(screen::print);
        screen.print("");
        screen.print(Figures.count(declared.patterns().all().size(), "pattern"));
        if (!declared.playsKnown()) {
            screen.tell(ShowPatternCommand.PLAYS_UNKNOWN);
        }
        return 0;
    }

    /** A row for the pattern, and as many below it as its longest cell needs. */
    private static void add(TextTable table, PatternDefinition pattern, DeclaredPatterns declared) {
        List<String> names = new ArrayList<>(List.of(pattern.name()));
        declared.playsOf(pattern).forEach(play -> names.add("  > " + play.name()));
        List<String> stages =
                pattern.stages().stream().map(ListPatternsCommand::stage).toList();
        List<String> parameters = ParameterRow.of(pattern).stream()
                .map(row -> row.name() + " = " + row.value() + " (" + row.bounds() + ")")
                .toList();
        int rows = Math.max(names.size(), Math.max(stages.size(), parameters.size()));
        for (int row = 0; row < rows; row++) {
            boolean first = row == 0;
            table.add(
                    cell(names, row),
                    first ? String.valueOf(pattern.version()) : "",
                    first ? window(pattern) : "",
                    cell(stages, row),
                    cell(parameters, row));
        }
    }

    private static String cell(List<String> cells, int row) {
        return row < cells.size() ? cells.get(row) : "";
    }

    private static String window(PatternDefinition pattern) {
        return pattern.windowMillis() == 0 ? "-" : Durations.format(pattern.windowMillis());
    }

    private static String stage(StageDefinition stage) {
        String times = stage.isRepeated() ? " × " + stage.repetition().text() : "";
        return (stage.isAbsence() ? "✗ " : "") + stage.name() + times + (stage.optional() ? " (optional)" : "");
    }
}
