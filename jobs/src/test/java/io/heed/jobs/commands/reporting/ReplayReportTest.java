package io.heed.jobs.commands.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.jobs.flink.embedded.JobTotals;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayReportTest {
    private final ReplayLedger ledger = new ReplayLedger();

    @TempDir
    private Path folder;

    @Test
    void totalsPlaysDaysAndTimingsAreReported() throws IOException {
        ledger.add(Results.trigger("C1", "bill", TriggerStep.RAISED, "2026-03-01T23:59:00Z", 10));
        ledger.add(Results.trigger("C2", "bill", TriggerStep.RAISED, "2026-03-02T00:00:00Z", 10));
        ledger.add(Results.trigger("C2", "bill", TriggerStep.WITHDRAWN, "2026-03-03T00:00:00Z", 10));
        ledger.add(Results.decision("C3", "bill", DecisionOutcome.HELD, Reason.CONSENT, "2026-03-02T00:00:00Z"));
        JobTotals totals = new JobTotals(Map.of("records", 30L, "handled", 29L, "late", 1L));

        JsonNode report = report(totals, new ReplayTimings(1_500, 3_000));

        assertThat(report.at("/totals/records").longValue()).isEqualTo(30);
        assertThat(report.at("/totals/duplicate").longValue()).isZero();
        assertThat(report.at("/totals/addUp").booleanValue()).isTrue();
        assertThat(report.at("/triggers/raised").longValue()).isEqualTo(2);
        assertThat(report.at("/triggers/open").longValue()).isEqualTo(1);
        assertThat(report.at("/plays/0/play").textValue()).isEqualTo("bill");
        assertThat(report.at("/plays/0/withdrawn").longValue()).isEqualTo(1);
        assertThat(report.at("/plays/0/heldBack/consent").longValue()).isEqualTo(1);
        assertThat(report.at("/triggersByDay/2026-03-01").longValue()).isEqualTo(1);
        assertThat(report.at("/triggersByDay/2026-03-02").longValue()).isEqualTo(1);
        assertThat(report.at("/timings/firstTriggerSeconds").doubleValue()).isEqualTo(1.5);
        assertThat(report.at("/timings/eventsPerSecond").longValue()).isEqualTo(10);
    }

    @Test
    void withoutATriggerThereIsNoTimeOfTheFirst() throws IOException {
        JsonNode report = report(new JobTotals(Map.of()), new ReplayTimings(ReplayTimings.NEVER, 3_000));

        assertThat(report.at("/timings").has("firstTriggerSeconds")).isFalse();
        assertThat(report.at("/plays").isArray()).isTrue();
    }

    private JsonNode report(JobTotals totals, ReplayTimings timings) throws IOException {
        Path file = folder.resolve("report.json");
        new ReplayReport(ledger, totals).write(file, "telco", List.of("events.jsonl"), 2, timings, null);
        return new ObjectMapper().readTree(file.toFile());
    }
}
