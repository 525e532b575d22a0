package io.heed.jobs.commands.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.jobs.backtest.Backtest;
import io.heed.jobs.backtest.Comparison;
import io.heed.jobs.backtest.DayCount;
import io.heed.jobs.backtest.PatternComparison;
import io.heed.jobs.backtest.PlayComparison;
import io.heed.jobs.backtest.Quality;
import io.heed.patterns.definition.PatternDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a backtest found as JSON, for programs; {@code docs/command-line.md} lists the fields. */
public final class BacktestJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private BacktestJson() {}

    /** The text of the file. */
    public static String of(Backtest backtest, BacktestScope scope) {
        ObjectNode json = JSON.createObjectNode();
        json.put("workspace", scope.workspace());
        scope.events().forEach(json.putArray("events")::add);
        json.put("records", scope.records());
        backtest.changed().forEach(json.putArray("changed")::add);
        backtest.notes().forEach(json.putArray("notes")::add);
        json.putObject("triggers").put("old", backtest.raisedBefore()).put("new", backtest.raisedAfter());
        ArrayNode patterns = json.putArray("patterns");
        backtest.patterns().forEach(pattern -> write(pattern, patterns.addObject()));
        ArrayNode plays = json.putArray("plays");
        backtest.plays().forEach(play -> write(play, plays.addObject()));
        ArrayNode others = json.putArray("otherPlays");
        backtest.others().forEach(play -> write(play, others.addObject()));
        try {
            return JSON.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values can be written", impossible);
        }
    }

    private static void write(PatternComparison pattern, ObjectNode json) {
        json.put("pattern", pattern.after().name());
        PatternDefinition before = pattern.before();
        write(before, json.putObject("old"));
        write(pattern.after(), json.putObject("new"));
        pattern.plays().forEach(json.putArray("plays")::add);
        write(pattern.matches(), pattern.days(), json.putObject("matches"));
    }

    private static void write(@Nullable PatternDefinition side, ObjectNode json) {
        if (side != null) {
            json.put("version", side.version());
            ObjectNode parameters = json.putObject("parameters");
            side.parameters().forEach((name, parameter) -> parameters.put(name, parameter.text()));
        }
    }

    private static void write(PlayComparison play, ObjectNode json) {
        json.put("play", play.play());
        json.put("signal", play.signal());
        json.put("oldVersion", play.versionBefore());
        json.put("newVersion", play.versionAfter());
        write(play.triggers(), play.days(), json.putObject("triggers"));
        ObjectNode held = json.putObject("heldBack");
        play.held()
                .forEach((reason, counts) ->
                        held.putObject(reason).put("old", counts.before()).put("new", counts.after()));
        write(play.qualityBefore(), "old", json);
        write(play.qualityAfter(), "new", json);
    }

    private static void write(Comparison of, List<DayCount> days, ObjectNode json) {
        json.put("old", of.before());
        json.put("new", of.after());
        json.put("same", of.same().size());
        json.put("gained", of.gained().size());
        json.put("lost", of.lost().size());
        json.put("medianLaterHours", of.medianLaterMillis() / 3_600_000.0);
        write(of.customersGained(), json.putArray("customersGained"));
        write(of.customersLost(), json.putArray("customersLost"));
        ObjectNode byDay = json.putObject("byDay");
        days.forEach(day ->
                byDay.putObject(day.day().toString()).put("old", day.before()).put("new", day.after()));
    }

    private static void write(List<Comparison.Customer> customers, ArrayNode json) {
        customers.forEach(customer -> json.addObject()
                .put("customer", customer.customer())
                .put("first", Instant.ofEpochMilli(customer.firstMillis()).toString())
                .put("count", customer.count())
                .put("reason", customer.sentence()));
    }

    private static void write(@Nullable Quality quality, String side, ObjectNode json) {
        if (quality == null) {
            return;
        }
        json.withObject("/quality")
                .putObject(side)
                .put("right", quality.right())
                .put("precision", quality.precision())
                .put("episodes", quality.episodes())
                .put("found", quality.found())
                .put("recall", quality.recall())
                .put("beforeTheContactShare", quality.inTime())
                .put("medianLeadHours", quality.medianLeadHours());
    }
}
