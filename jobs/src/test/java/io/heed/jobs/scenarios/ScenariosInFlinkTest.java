package io.heed.jobs.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some scenarios through the whole job on an embedded Flink: the same lines come out. */
class ScenariosInFlinkTest {
    private static final long YEAR_2030 = 1_893_456_000_000L;

    @ParameterizedTest
    @ValueSource(strings = {"call-during-outage", "chat-then-call-same-topic", "quiet-hours"})
    void theJobGivesTheExpectedTriggersAndDecisions(String name) throws Exception {
        Scenario scenario = Scenario.named(name);

        Outcome outcome = ScenarioStages.outcome(run(scenario)).rounded().sorted();

        Outcome expected = scenario.expected().rounded().sorted();
        assertThat(outcome.triggers()).as("triggers").isEqualTo(expected.triggers());
        assertThat(outcome.decisions()).as("decisions").isEqualTo(expected.decisions());
    }

    private static List<CareResult> run(Scenario scenario) throws Exception {
        String workspace = ScenarioStages.WORKSPACE.toString();
        JobConfiguration configuration = JobConfiguration.replaying(
                        workspace, List.of(scenario.events().toString()))
                .withTime(scenario.time());
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(2);
        ProactiveCareJob job =
                new ProactiveCareJob(configuration, WorkspaceFiles.snapshot(workspace), List.of(), YEAR_2030);
        List<CareResult> results = new ArrayList<>();
        try (CloseableIterator<CareResult> all = job.addTo(environment).executeAndCollect(scenario.name())) {
            all.forEachRemaining(results::add);
        }
        return results;
    }
}
