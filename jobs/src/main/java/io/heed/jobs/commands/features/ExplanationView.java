package io.heed.jobs.commands.features;

import com.fasterxml.jackson.databind.JsonNode;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.jobs.commands.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows an explanation to people. */
final class ExplanationView {
    private static final int EVENTS_SHOWN = 20;

    private final Screen screen;

    ExplanationView(Screen screen) {
        this.screen = screen;
    }

    /**
     * Shows an explanation.
     *
     * @param events the ids of all events of the instant
     * @param withoutAbsent whether absent features are passed over
     */
    void show(JsonNode explanation, List<String> events, boolean withoutAbsent) {
        screen.print(screen.styled(
                Style.BOLD,
                explanation.path("customer").asText() + " at "
                        + explanation.path("time").asText()));
        JsonNode event = explanation.path("event");
        screen.print(
                event.isMissingNode()
                        ? "No event of the customer at that instant; features of an account, a line or an event are absent."
                        : "At hand: " + event.path("type").asText() + " "
                                + event.path("id").asText() + others(events));
        int absent = 0;
        for (JsonNode feature : explanation.path("features")) {
            if (withoutAbsent && feature.path("value").isNull()) {
                absent++;
            } else {
                show(feature);
            }
        }
        if (absent > 0) {
            screen.print("");
            screen.print(Figures.count(absent, "feature") + " more, absent; name them with --feature to see why");
        }
    }

    private static String others(List<String> events) {
        return events.size() < 2 ? "" : " (also at that instant: " + String.join(", ", events) + "; see --event)";
    }

    private void show(JsonNode feature) {
        screen.print("");
        screen.print(screen.styled(Style.BOLD, feature.path("name").asText() + " = " + value(feature)));
        screen.print("  " + feature.path("is").asText() + source(feature));
        screen.print("  " + completeness(feature));
        feature.path("reads")
                .properties()
                .forEach(read -> screen.print("  reads " + read.getKey() + " = " + number(read.getValue())));
        showEvents(feature.path("events"));
    }

    private static String value(JsonNode feature) {
        return feature.path("value").isNull()
                ? "absent"
                : number(feature.path("value")) + " " + feature.path("unit").asText();
    }

    private static String source(JsonNode feature) {
        String from = feature.has("windowFrom")
                ? "; events from " + feature.path("windowFrom").asText()
                : "";
        if (feature.has("reads")) {
            return from;
        }
        return from
                + (feature.path("exact").asBoolean()
                        ? "; exact"
                        : "; from tiles, exactly it would be " + number(feature.path("exactValue")));
    }

    private static String completeness(JsonNode feature) {
        String counts = feature.has("countsFrom")
                ? "counts events from " + feature.path("countsFrom").asText()
                : "";
        String from = feature.path("completeFrom").asText("");
        if (from.equals("always")) {
            return "complete";
        }
        return from.isEmpty() ? counts : counts + ", complete from " + from;
    }

    private void showEvents(JsonNode events) {
        if (events.isEmpty()) {
            return;
        }
        List<JsonNode> all = new ArrayList<>();
        events.forEach(all::add);
        TextTable table = new TextTable("  Event", "Type", "Time", "Value");
        for (JsonNode event : all.subList(Math.max(0, all.size() - EVENTS_SHOWN), all.size())) {
            String counts = event.has("countsAt")
                    ? ", counts at " + event.path("countsAt").asText()
                    : "";
            table.add(
                    "  " + event.path("id").asText(),
                    event.path("type").asText(),
                    event.path("time").asText() + counts,
                    event.path("value").isNumber()
                            ? number(event.path("value"))
                            : event.path("value").asText(""));
        }
        table.lines().forEach(screen::print);
        if (all.size() > EVENTS_SHOWN) {
            screen.print("  and " + Figures.count(all.size() - EVENTS_SHOWN, "earlier event") + "; --json has all");
        }
    }

    /** A number without a needless fraction. */
    private static String number(JsonNode node) {
        if (node.isNull()) {
            return "absent";
        }
        double number = node.asDouble();
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.valueOf(number);
    }
}
