package io.heed.jobs.commands.reporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.jobs.flink.embedded.JobTotals;
import io.heed.triggers.contract.TriggerStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a replay gave as JSON, for programs; {@code docs/command-line.md} lists the fields. */
public final class ReplayReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ReplayLedger ledger;
    private final JobTotals totals;

    /** A report of what a ledger and a job counted. */
    public ReplayReport(ReplayLedger ledger, JobTotals totals) {
        this.ledger = ledger;
        this.totals = totals;
    }

    /**
     * Writes the report to a file, whose folder must exist.
     *
     * @param evaluation the figures against a recording's causes, null where they are not recorded
     */
    public void write(
            Path file,
            String workspace,
            List<String> events,
            int parallelism,
            ReplayTimings timings,
            @Nullable ObjectNode evaluation)
            throws IOException {
        ObjectNode report = JSON.createObjectNode();
        report.put("workspace", workspace);
        events.forEach(report.putArray("events")::add);
        report.put("parallelism", parallelism);
        writeTotals(report.putObject("totals"));
        writeTriggers(report.putObject("triggers"));
        ArrayNode plays = report.putArray("plays");
        ledger.plays().forEach((play, tally) -> writePlay(plays, play, tally));
        putAll(report.putObject("heldBack"), ledger.heldByReason());
        ObjectNode days = report.putObject("triggersByDay");
        ledger.raisedByDay().forEach((day, raised) -> days.put(day.toString(), raised));
        putAll(report.putObject("predictions"), ledger.predictionsByModel());
        writeTimings(report.putObject("timings"), timings);
        if (evaluation != null) {
            report.set("evaluation", evaluation);
        }
        Files.writeString(file, JSON.writeValueAsString(report) + "\n");
    }

    private void writeTotals(ObjectNode json) {
        json.put("records", totals.records());
        JobTotals.FATES.forEach(fate -> json.put(fate, totals.of(fate)));
        json.put("ignoredFields", totals.of("ignoredFields"));
        json.put("addUp", totals.addUp());
    }

    private void writeTriggers(ObjectNode json) {
        for (TriggerStep step : TriggerStep.values()) {
            json.put(
                    word(step),
                    ledger.plays().values().stream()
                            .mapToLong(tally -> tally.of(step))
                            .sum());
        }
        json.put("open", ledger.open());
    }

    private static void writePlay(ArrayNode plays, String play, PlayTally tally) {
        ObjectNode json = plays.addObject();
        json.put("play", play);
        for (TriggerStep step : TriggerStep.values()) {
            json.put(word(step), tally.of(step));
        }
        json.put("open", tally.open());
        json.put("delayed", tally.delayed());
        putAll(json.putObject("heldBack"), tally.held());
    }

    private void writeTimings(ObjectNode json, ReplayTimings timings) {
        if (timings.firstTriggerMillis() != ReplayTimings.NEVER) {
            json.put("firstTriggerSeconds", timings.firstTriggerMillis() / 1000.0);
        }
        json.put("totalSeconds", timings.totalMillis() / 1000.0);
        json.put("eventsPerSecond", Math.round(totals.records() * 1000.0 / Math.max(1, timings.totalMillis())));
    }

    private static void putAll(ObjectNode json, Map<String, Long> counts) {
        counts.forEach(json::put);
    }

    private static String word(TriggerStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
