package io.heed.jobs.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.CareResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contact that a model scores, of customers who have agreed to be profiled, have not, or do so no more. */
class ConsentToProfilingTest {
    private static final ScenarioStages STAGES = new ScenarioStages();
    private static final String AGREED = ",\"consentProfiling\":true";
    private static final String REFUSED = ",\"consentProfiling\":false";
    private static final String UNSAID = "";

    @TempDir
    private Path folder;

    @AfterAll
    static void giveTheModelsBack() {
        STAGES.close();
    }

    @Test
    void whoHasAgreedIsScoredAndTheScoreIsJudgedWhenItsLabelIsKnown() throws IOException {
        run("agreed", AGREED, List.of());

        assertThat(count(CareResult.Predicted.class)).isEqualTo(1);
        assertThat(count(CareResult.Judged.class)).isEqualTo(1);
    }

    @Test
    void noScoreOfWhoHasNotAgreedIsGivenOnJoinedOrKeptAndThatIsCounted() throws IOException {
        for (String consent : List.of(REFUSED, UNSAID)) {
            long before = STAGES.unprofiled();
            run("refused-" + before, consent, List.of());

            assertThat(count(CareResult.Predicted.class)).isZero();
            assertThat(count(CareResult.Judged.class)).isZero();
            assertThat(STAGES.unprofiled() - before).isEqualTo(1);
        }
    }

    @Test
    void theLogSaysThatPlaysWereHeldBackAndHoldsNoScore() throws IOException {
        run("logged", REFUSED, List.of());

        assertThat(ScenarioStages.outcome(STAGES.results()).decisions())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"reason\":\"profiling\""))
                .noneMatch(line -> line.contains("priority") || line.contains("score"));
    }

    @Test
    void whenConsentGoesTheScoresThatWaitForTheirLabelGoToo() throws IOException {
        run("gone", AGREED, List.of("""
                {"specversion":"1.0","id":"customer-profile-2","source":"crm","type":"customer.profile",\
                "subject":"C000101","time":"2026-03-02T11:00:00Z","data":{"consentProfiling":false}}"""));

        assertThat(count(CareResult.Predicted.class)).isEqualTo(1);
        assertThat(count(CareResult.Judged.class)).isZero();
    }

    private void run(String name, String consent, List<String> more) throws IOException {
        List<String> events = new ArrayList<>();
        for (String line : Scenario.named("left-upset").lines("events.jsonl")) {
            events.add(line.replace(AGREED, consent));
        }
        events.addAll(more);
        Path story = Files.createDirectories(folder.resolve(name));
        Files.write(story.resolve("events.jsonl"), events);
        long days = Instant.parse("2026-03-05T00:00:00Z").toEpochMilli();
        STAGES.run(new Scenario(story, TimeOptions.usual().until(days)));
    }

    private static long count(Class<? extends CareResult> kind) {
        return STAGES.results().stream().filter(kind::isInstance).count();
    }
}
