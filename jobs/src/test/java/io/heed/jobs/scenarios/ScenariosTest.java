package io.heed.jobs.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every scenario through all stages. With {@code -Dheed.scenarios.write=true} the expected files are written instead;
 * read each of them before it is committed.
 */
class ScenariosTest {
    private static final boolean WRITE = Boolean.getBoolean("heed.scenarios.write");
    private static final ScenarioStages STAGES = new ScenarioStages();

    @AfterAll
    static void giveTheModelsBack() {
        STAGES.close();
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioGivesTheExpectedTriggersAndDecisions() {
        return Scenario.all().stream().map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> check(scenario)));
    }

    @Test
    void everyPlayIsRaisedInSomeScenario() {
        Set<String> raised = Scenario.all().stream()
                .flatMap(scenario -> scenario.expected().triggers().stream())
                .map(line -> line.replaceFirst(".*\"play\":\"([^\"]+)\".*", "$1"))
                .collect(Collectors.toSet());

        assertThat(raised).containsExactlyInAnyOrderElementsOf(STAGES.plays());
    }

    private static void check(Scenario scenario) throws IOException {
        Outcome outcome = STAGES.run(scenario);
        if (WRITE) {
            scenario.write(outcome);
        }
        Outcome expected = scenario.expected().rounded();
        assertThat(outcome.rounded().triggers()).as("triggers").isEqualTo(expected.triggers());
        assertThat(outcome.rounded().decisions()).as("decisions").isEqualTo(expected.decisions());
    }
}
