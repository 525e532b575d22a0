package io.heed.jobs.commands.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The set-up of Python, by a script that stands in for it. */
class PythonEnvironmentTest {
    @TempDir
    private Path folder;

    private final List<String> news = new ArrayList<>();

    @BeforeEach
    void writeRequirements() throws IOException {
        Files.writeString(folder.resolve("requirements.txt"), "numpy==2.4.6\n");
    }

    @Test
    void aNamedPythonWithThePackagesIsTakenAsItIs() throws IOException {
        String python = script("exit 0");

        assertThat(environment(python).interpreter()).isEqualTo(python);
        assertThat(news).isEmpty();
    }

    @Test
    void anEnvironmentIsMadeOnceAndAgainWhenTheRequirementsChange() throws IOException {
        String python = script("""
                case "$*" in
                  *"import numpy"*) exit 1;;
                  "-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python;;
                esac
                echo "$@" >> calls.txt
                """);

        String interpreter = environment(python).interpreter();
        assertThat(interpreter).isEqualTo(folder.resolve(".venv/bin/python").toString());
        assertThat(Files.readString(folder.resolve("calls.txt")))
                .contains("-m venv --clear", "-m pip install", "requirements.txt");
        assertThat(news).singleElement().asString().contains("setting up Python");

        environment(python).interpreter();
        assertThat(news).hasSize(1);

        Files.writeString(folder.resolve("requirements.txt"), "numpy==2.4.7\n");
        environment(python).interpreter();
        assertThat(news).hasSize(2);
    }

    @Test
    void whatPipSaysIsToldWhereItFails() throws IOException {
        String python = script("""
                case "$*" in
                  *"import numpy"*) exit 1;;
                  "-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python;;
                  "-m pip"*) echo "No matching distribution"; exit 1;;
                esac
                """);

        assertThatThrownBy(() -> environment(python).interpreter())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pip could not install")
                .hasMessageContaining("HEED_PYTHON")
                .hasMessageContaining("No matching distribution");
    }

    @Test
    void aPythonThatIsNoneIsNamedWithALegalOne() {
        assertThatThrownBy(() -> environment("/no/such/python").interpreter())
                .hasMessageContaining("HEED_PYTHON is not a Python 3.11 or newer with venv and pip: /no/such/python")
                .hasMessageContaining("legal: /usr/bin/python3.12");
    }

    private PythonEnvironment environment(String python) {
        return new PythonEnvironment(folder, python, news::add);
    }

    private String script(String body) throws IOException {
        Path script = folder.resolve("python");
        Files.writeString(script, "#!/bin/sh\n" + body);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script.toString();
    }
}
