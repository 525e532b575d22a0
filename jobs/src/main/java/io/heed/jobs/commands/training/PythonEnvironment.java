package io.heed.jobs.commands.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Python that training runs in: {@code models/training/.venv}, made from {@code requirements.txt} when it is first
 * needed and again when that file has changed. {@code HEED_PYTHON} names another Python; one that has the packages already
 * is taken as it is.
 */
public final class PythonEnvironment {
    /** The environment variable that names another Python. */
    public static final String VARIABLE = "HEED_PYTHON";

    private static final List<String> NAMES =
            List.of("python3", "python3.13", "python3.12", "python3.11", "python3.14", "python");
    private static final String IS_NEW_ENOUGH = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";
    private static final String HAS_PACKAGES = "import numpy, onnx, onnxruntime, pyarrow, sklearn, threadpoolctl, yaml";
    private static final int LINES_OF_A_FAILURE = 6;

    private final Path training;
    private final @Nullable String named;
    private final Consumer<String> news;

    /**
     * An environment beside the training package.
     *
     * @param training the folder models/training
     * @param named what {@link #VARIABLE} says, or null
     * @param news gets a line where something takes its time
     */
    public PythonEnvironment(Path training, @Nullable String named, Consumer<String> news) {
        this.training = training;
        this.named = named == null || named.isEmpty() ? null : named;
        this.news = news;
    }

    /**
     * The interpreter, once all that training needs is installed.
     *
     * @throws IllegalArgumentException if there is no Python that will do, or the packages cannot be installed
     */
    public String interpreter() throws IOException {
        if (!Files.isRegularFile(requirements())) {
            throw new IllegalArgumentException("the training package is not there: " + training);
        }
        if (named != null && says(named, HAS_PACKAGES)) {
            return named;
        }
        Path installed = venv().resolve("bin/python");
        if (!isUpToDate()) {
            setUp(python());
        }
        return installed.toString();
    }

    private String python() throws IOException {
        for (String name : named == null ? NAMES : List.of(named)) {
            if (says(name, IS_NEW_ENOUGH)) {
                return name;
            }
        }
        throw new IllegalArgumentException(
                named == null
                        ? "training needs Python 3.11 or newer with venv and pip, and none was found (tried: "
                                + String.join(", ", NAMES) + "); install one (Debian: apt-get install python3-venv), or"
                                + " name one with " + VARIABLE + "=/usr/bin/python3.12"
                        : VARIABLE + " is not a Python 3.11 or newer with venv and pip: " + named
                                + " (legal: /usr/bin/python3.12)");
    }

    private void setUp(String python) throws IOException {
        news.accept(
                "setting up Python for training in " + venv() + " (once; a minute or two, packages are downloaded)");
        Files.deleteIfExists(stamp());
        require(List.of(python, "-m", "venv", "--clear", venv().toString()), "could not make " + venv());
        require(
                List.of(
                        venv().resolve("bin/python").toString(),
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--disable-pip-version-check",
                        "-r",
                        requirements().toString()),
                "pip could not install what training needs (without a network: name a Python that has it with "
                        + VARIABLE + ")");
        Files.writeString(stamp(), Files.readString(requirements()));
    }

    private void require(List<String> command, String failure) throws IOException {
        OutsideCommand.Outcome outcome = OutsideCommand.run(training, command, line -> {});
        if (!outcome.succeeded()) {
            throw new IllegalArgumentException(failure + ":\n" + outcome.ending(LINES_OF_A_FAILURE));
        }
    }

    private boolean says(String python, String program) {
        try {
            return OutsideCommand.run(training, List.of(python, "-c", program), line -> {})
                    .succeeded();
        } catch (IOException missing) {
            return false;
        }
    }

    private boolean isUpToDate() throws IOException {
        return Files.isExecutable(venv().resolve("bin/python"))
                && Files.isRegularFile(stamp())
                && Files.readString(stamp(), StandardCharsets.UTF_8).equals(Files.readString(requirements()));
    }

    private Path requirements() {
        return training.resolve("requirements.txt");
    }

    private Path venv() {
        return training.resolve(".venv");
    }

    private Path stamp() {
        return venv().resolve("heed-requirements.txt");
    }
}
