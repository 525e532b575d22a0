package io.heed.jobs.commands.patterns;

import io.heed.events.catalogue.NearestName;
import io.heed.jobs.commands.arguments.WorkspaceOption;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.jobs.commands.terminal.Wrapping;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.drawing.SvgDrawing;
import io.heed.patterns.drawing.TextDrawing;
import io.heed.triggers.play.Play;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Draws one pattern. */
@Command(
        name = "show",
        description = {
            "Draws a pattern as a timeline, with its parameters and the plays that react to it.",
            "",
            "The window stands above the stages. \"next\" is the very next event of the types that the pattern names,"
                    + " \"later\" passes others over, \"each later\" makes a match of every one, and a stage behind ✗"
                    + " must not come.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed patterns show unresolved-chat-then-call",
            "  ./heed patterns show bill-spike --svg bill-spike.svg",
            "",
            "Exit codes: 0 drawn; 1 failed, or the patterns have problems; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ShowPatternCommand implements Callable<Integer> {
    static final String PLAYS_UNKNOWN = "The plays cannot be read; ./heed validate says why.";

    private static final String PLAYS = "  Plays            ";

    @ParentCommand
    private PatternsCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The pattern's name.")
    private String name;

    @Option(names = "--svg", paramLabel = "FILE", description = "Write the drawing to a file as SVG instead.")
    private @Nullable Path svg;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Override
    public Integer call() throws IOException {
        Screen screen = parent.screen(spec);
        DeclaredPatterns declared = DeclaredPatterns.load(workspace.folder(parent.home()));
        PatternDefinition pattern = declared.patterns().find(name);
        if (pattern == null) {
            throw new ParameterException(spec.commandLine(), unknown(declared));
        }
        if (svg != null) {
            write(svg, SvgDrawing.of(pattern));
            screen.print("Drawn in " + svg);
            return 0;
        }
        screen.print(screen.styled(Style.BOLD, pattern.name()) + "  version " + pattern.version());
        Wrapping.lines(pattern.description(), Screen.COLUMNS).forEach(screen::print);
        screen.print("");
        TextDrawing.of(pattern).forEach(screen::print);
        if (declared.playsKnown()) {
            showPlays(screen, declared.playsOf(pattern));
        } else {
            screen.tell(PLAYS_UNKNOWN);
        }
        return 0;
    }

    private String unknown(DeclaredPatterns declared) {
        List<String> names =
                declared.patterns().all().stream().map(PatternDefinition::name).toList();
        if (names.isEmpty()) {
            return "pattern is not declared: " + name + " (the workspace declares none)";
        }
        return "pattern is not declared: " + name + " (nearest: " + NearestName.of(name, names) + "; legal: "
                + String.join(", ", names) + ")";
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }

    private static void showPlays(Screen screen, List<Play> plays) {
        String before = PLAYS;
        for (Play play : plays) {
            String text = play.name() + ": " + play.description();
            for (String line : Wrapping.lines(text, Screen.COLUMNS - PLAYS.length())) {
                screen.print(before + line);
                before = " ".repeat(PLAYS.length());
            }
        }
        if (plays.isEmpty()) {
            screen.print(PLAYS + "none reacts to it");
        }
    }
}
