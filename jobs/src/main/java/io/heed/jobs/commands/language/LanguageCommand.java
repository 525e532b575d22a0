package io.heed.jobs.commands.language;

import io.heed.jobs.commands.arguments.HeedCommand;
import io.heed.jobs.commands.arguments.WorkspaceOption;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.language.LanguageOptions;
import io.heed.language.LanguageUnderstanding;
import io.heed.language.redaction.HashingKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Understands the messages of a file as the job would. */
@Command(
        name = "language",
        description = {
            "Understands messages as the job does: personal data out, language, emotional state, topic.",
            "",
            "FILE holds one message a line, as text or as a JSON object with the keys id, text, conversation, speaker"
                    + " (customer, agent or bot) and language; only text is needed. The output has one JSON object for"
                    + " each line, in the same order. A line that holds no message gives one with an \"error\".",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed language messages.txt",
            "  ./heed language labelled.jsonl.gz --workspace my-company --out understood.jsonl",
            "  echo \"why was I charged twice AGAIN?!\" | ./heed language -",
            "",
            "Exit codes: 0 done; 1 failed, or a line held no message; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class LanguageCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @ParentCommand
    private HeedCommand heed;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The messages, plain or gzip, in UTF-8; - is standard input.")
    private String file;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text or json. Default: json where the first character is a {, else text.")
    private @Nullable MessageFormat format;

    @Option(
            names = "--usual-language",
            paramLabel = "CODE",
            defaultValue = "en",
            description = "The language most customers write, ISO 639-1. It decides where a message is too short to"
                    + " tell. Default: ${DEFAULT-VALUE}.")
    private String usualLanguage;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there, gzip if it ends with .gz.")
    private @Nullable Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many messages are understood at once; the output is always the same. Default: one for"
                    + " each core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        Screen screen = heed.screen(spec);
        try (MessageLines lines = MessageLines.of(open())) {
            LanguageUnderstanding language = LanguageUnderstanding.shared(new LanguageOptions(
                    HashingKey.of(heed.hashKey()), Path.of(workspace.folder(heed.home())), usualLanguage));
            tellWhatIsMissing(language, screen);
            MessageFormat told = format == null ? lines.format() : format;
            LineReader reader =
                    new LineReader(file, told, text -> language.redactor().redact(text, ""));
            long begin = heed.clock().millis();
            LanguageNews news = new LanguageNews(screen, () -> heed.clock().millis() - begin);
            understand(lines, reader, language, news, screen);
            news.tellSummary();
            return news.malformed() == 0 ? 0 : 1;
        }
    }

    private void understand(
            MessageLines lines, LineReader reader, LanguageUnderstanding language, LanguageNews news, Screen screen)
            throws IOException, InterruptedException {
        Double threshold = language.emotionsAreRead() ? language.distressThreshold() : null;
        try (LanguageOutput output = LanguageOutput.to(out, screen);
                OrderedWork<MessageLine, UnderstoodMessage> work = new OrderedWork<>(
                        threads, line -> UnderstoodMessage.of(reader.read(line), language), understood -> {
                            output.write(understood.json(threshold));
                            news.add(understood);
                        })) {
            for (MessageLine line = lines.next(); line != null; line = lines.next()) {
                work.add(line);
            }
            work.finish();
        }
    }

    private void check() throws IOException {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is not above 0: " + threads + " (legal: --threads 2)");
        }
        if (file.equals(STANDARD_INPUT)) {
            return;
        }
        Path messages = Path.of(file);
        if (!Files.isRegularFile(messages)) {
            throw new IllegalArgumentException("FILE does not exist: " + file);
        }
        if (out != null && !Files.isDirectory(out.toAbsolutePath().resolveSibling(""))) {
            throw new IllegalArgumentException("out is in a folder that does not exist: " + out);
        }
        if (out != null && Files.exists(out) && Files.isSameFile(out, messages)) {
            throw new IllegalArgumentException("out is the file that is read: " + out);
        }
    }

    private InputStream open() throws IOException {
        return file.equals(STANDARD_INPUT) ? heed.standardInput() : Files.newInputStream(Path.of(file));
    }

    private static void tellWhatIsMissing(LanguageUnderstanding language, Screen screen) {
        if (!language.namesAreFound()) {
            screen.tell("this build has no name finder: names are found by cues and lists alone");
        }
        if (!language.emotionsAreRead()) {
            screen.tell("the workspace has no model of emotional states: no message is scored");
        }
    }
}
