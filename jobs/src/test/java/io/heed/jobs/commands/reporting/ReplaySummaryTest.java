package io.heed.jobs.commands.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.flink.embedded.JobTotals;
import io.heed.models.health.Drift;
import io.heed.models.health.ModelHealth;
import io.heed.models.health.Quality;
import io.heed.models.health.Serving;
import io.heed.models.prediction.Arm;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplaySummaryTest {
    private final ReplayLedger ledger = new ReplayLedger();

    @Test
    void triggersComeMostWorthDoingFirstWithTheirReasonAndStanding() {
        ledger.add(Results.trigger("C1", "small", TriggerStep.RAISED, "2026-03-01T08:00:00Z", 10));
        ledger.add(Results.trigger("C2", "big", TriggerStep.RAISED, "2026-03-02T09:30:00Z", 90));
        ledger.add(Results.trigger("C2", "big", TriggerStep.EXPIRED, "2026-03-04T09:30:00Z", 90));

        assertThat(shown(20))
                .containsSubsequence(
                        "Triggers, most worth doing first (2 of 2)",
                        "#  Customer  When (UTC)        Urgency  What to do           Worth  Now",
                        "1  C2        2026-03-02 09:30  high     explain-bill by app  45.00  expired",
                        "    The bill of C2 is higher than usual.",
                        "2  C1        2026-03-01 08:00  high     explain-bill by app   5.00  open",
                        "    The bill of C1 is higher than usual.");
    }

    @Test
    void anUpdateSaysWhatCountsAndKeepsTheTimeOfTheRaising() {
        ledger.add(Results.trigger("C1", "bill", TriggerStep.RAISED, "2026-03-01T08:00:00Z", 10, "First."));
        ledger.add(Results.trigger("C1", "bill", TriggerStep.UPDATED, "2026-03-02T08:00:00Z", 30, "Then more."));

        assertThat(shown(20))
                .containsSubsequence(
                        "1  C1        2026-03-01 08:00  high     explain-bill by app  15.00  open", "    Then more.")
                .doesNotContain("    First.");
    }

    @Test
    void modelsAreSpokenOfOnlyWhereSomethingIsWrongWithOne() {
        ledger.add(new CareResult.ModelChecked(health(1, 0.01)));
        assertThat(shown(20)).noneMatch(line -> line.contains("Models"));

        ledger.add(new CareResult.ModelChecked(health(2, 0.5)));
        assertThat(shown(20))
                .containsSubsequence(
                        "Models that may no longer be right",
                        "m@1/champion: 1 alarm, the last for 1970-01-02 00:00 to 1970-01-03 00:00",
                        "    drift of the score");
    }

    private static ModelHealth health(int day, double index) {
        Quality none = new Quality(0, null, null, null, null, null, null, null);
        return new ModelHealth(
                new Serving("m", 1, Arm.CHAMPION),
                "hash",
                "t",
                0.5,
                (day - 1) * 86_400_000L,
                day * 86_400_000L,
                500,
                400,
                new ModelHealth.DriftReport(new Drift(index, 0.1, 10), new TreeMap<>()),
                none,
                ModelHealth.Shown.UNTREATED,
                none,
                none,
                0);
    }

    @Test
    void noMoreTriggersAreShownThanAskedFor() {
        for (int i = 0; i < 5; i++) {
            ledger.add(Results.trigger("C" + i, "bill", TriggerStep.RAISED, "2026-03-01T08:00:00Z", i));
        }

        assertThat(shown(2))
                .contains("Triggers, most worth doing first (2 of 5)")
                .anyMatch(line -> line.startsWith("2  C3"))
                .noneMatch(line -> line.startsWith("3  "));
    }

    @Test
    void eachPlayTellsWhatBecameOfItsTriggersAndWhyItWasHeldBack() {
        ledger.add(Results.trigger("C1", "bill", TriggerStep.RAISED, "2026-03-01T08:00:00Z", 10));
        ledger.add(Results.trigger("C2", "bill", TriggerStep.RAISED, "2026-03-01T08:00:00Z", 10));
        ledger.add(Results.trigger("C2", "bill", TriggerStep.CLOSED, "2026-03-02T08:00:00Z", 10));
        hold("bill", Reason.CONSENT);
        hold("bill", Reason.CONTROL_GROUP);
        hold("bill", Reason.CONTROL_GROUP);
        ledger.add(Results.decision("C9", "bill", DecisionOutcome.DELAYED, Reason.QUIET_HOURS, "2026-03-01T23:00:00Z"));

        assertThat(shown(20))
                .containsSubsequence(
                        "Play  Raised  Updated  Withdrawn  Expired  Closed  Open  Held back  Delayed",
                        "bill       2        0          0        0       1     1          3        1",
                        "bill",
                        "    control-group 2, consent 1",
                        "2 triggers raised, 1 of them still open.");
    }

    @Test
    void aTriggerThatAnotherPlayUpdatedStaysWithThePlayThatRaisedIt() {
        ledger.add(Results.trigger("C1", "bill", TriggerStep.RAISED, "2026-03-01T08:00:00Z", 10));
        ledger.add(Results.takenOver("C1", "bill", "payment", "2026-03-02T08:00:00Z"));
        ledger.add(Results.trigger("C1", "bill", TriggerStep.EXPIRED, "2026-03-03T08:00:00Z", 10));

        assertThat(shown(20))
                .contains("bill       1        1          0        1       0     0          0        0")
                .noneMatch(line -> line.startsWith("payment"));
    }

    @Test
    void aRecordThatIsNotAccountedForIsSaid() {
        assertThat(shown(20, new JobTotals(Map.of("records", 10L, "handled", 8L, "deadLetters", 2L))))
                .contains("Nothing was lost: the counts add up.");
        assertThat(shown(20, new JobTotals(Map.of("records", 10L, "handled", 8L, "deadLetters", 1L))))
                .contains("The counts do NOT add up: 10 came in, 9 are accounted for.");
    }

    @Test
    void nothingIsWiderThanTheScreen() {
        String sentence = "The bill is higher because of roaming in three countries and a new device. ".repeat(4);
        ledger.add(Results.trigger(
                "C000123", "explain-bill-spike", TriggerStep.RAISED, "2026-03-01T08:00:00Z", 10, sentence));
        for (Reason reason : Reason.values()) {
            hold("explain-bill-spike", reason);
        }

        assertThat(shown(20)).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Screen.COLUMNS));
    }

    private void hold(String play, Reason reason) {
        ledger.add(Results.decision("C9", play, DecisionOutcome.HELD, reason, "2026-03-01T08:00:00Z"));
    }

    private List<String> shown(int top) {
        return shown(top, new JobTotals(Map.of()));
    }

    private List<String> shown(int top, JobTotals totals) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        new ReplaySummary(new Screen(out, out, false, false), ledger, totals)
                .show(top, new ReplayTimings(1_200, 3_400));
        return text.toString().lines().toList();
    }
}
