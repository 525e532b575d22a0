package io.heed.jobs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.yaml.InvalidDefinitionsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {
    @TempDir
    Path folder;

    @Test
    void everyKeyIsRead() throws IOException {
        Answers answers = read("""
                grace: 2h
                bill-ratio: 1.5
                bill-rise: 10
                plays:
                  explain-bill: {scope: billed, causes: [roaming-charges, promotion-ended]}
                  brief-agent: {scope: contacted, causes: unsolved-problem}
                  any-trouble: {causes: [outage]}
                """);

        assertThat(answers)
                .isEqualTo(new Answers(
                        Map.of(
                                "explain-bill",
                                new Answer(List.of("roaming-charges", "promotion-ended"), Scope.BILLED),
                                "brief-agent",
                                new Answer(List.of("unsolved-problem"), Scope.CONTACTED),
                                "any-trouble",
                                new Answer(List.of("outage"), Scope.ANY)),
                        7_200_000,
                        1.5,
                        10));
    }

    @Test
    void allProblemsAreNamedAtOnceWithTheirPlaces() {
        assertThatThrownBy(() -> read("""
                        grace: soon
                        bill-ration: 1.5
                        plays:
                          explain-bill: {scope: paid, causes: [roaming-charges]}
                          brief-agent: {cause: unsolved-problem}
                          broken: text
                        """))
                .isInstanceOfSatisfying(
                        InvalidDefinitionsException.class,
                        wrong -> assertThat(wrong.problems())
                                .map(problem ->
                                        problem.substring(folder.toString().length() + 1))
                                .satisfiesExactlyInAnyOrder(
                                        problem -> assertThat(problem)
                                                .startsWith("answers.yaml:1:8: grace is not a duration"),
                                        problem -> assertThat(problem)
                                                .startsWith("answers.yaml:2:1: unknown key: bill-ration"),
                                        problem -> assertThat(problem)
                                                .startsWith("answers.yaml:4:25: scope is not one of"),
                                        problem -> assertThat(problem)
                                                .startsWith("answers.yaml:5:16: key is missing: causes"),
                                        problem ->
                                                assertThat(problem).startsWith("answers.yaml:5:17: unknown key: cause"),
                                        problem -> assertThat(problem)
                                                .startsWith("answers.yaml:6:11: broken is not a mapping")));
    }

    @Test
    void playsAreNeeded() {
        assertThatThrownBy(() -> read("grace: 2h"))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("key is missing: plays");
    }

    private Answers read(String text) throws IOException {
        return Answers.read(Files.writeString(folder.resolve("answers.yaml"), text));
    }
}
