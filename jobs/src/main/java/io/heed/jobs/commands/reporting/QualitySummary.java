package io.heed.jobs.commands.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.jobs.commands.terminal.TextTable;
import java.util.List;
import java.util.Locale;

/** Shows how right the triggers of a replay were, where the recording knows its causes. */
public final class QualitySummary {
    private final Screen screen;
    private final ObjectNode evaluation;

    /** A summary of what {@link io.heed.jobs.evaluation.Evaluation} found. */
    public QualitySummary(Screen screen, ObjectNode evaluation) {
        this.screen = screen;
        this.evaluation = evaluation;
    }

    /** Prints it. */
    public void show() {
        screen.print("");
        screen.print(screen.styled(Style.BOLD, "Against the recorded causes"));
        TextTable table = new TextTable("Play", "Raised", "Right", "Precision", "Episodes", "Found", "Recall");
        evaluation.path("plays").fields().forEachRemaining(entry -> addRow(table, entry.getKey(), entry.getValue()));
        List<String> lines = table.lines();
        screen.print(screen.styled(Style.FAINT, lines.get(0)));
        lines.subList(1, lines.size()).forEach(screen::print);
        screen.print("All triggers: precision " + share("precision") + "; of the forty highest a day "
                + share("precisionOfFortyADay") + ".");
        screen.print("Sent before a contact that they could prevent: " + share("beforeTheContactShare")
                + " of the right ones whose cause led to one.");
        screen.print(String.format(
                Locale.ROOT,
                "%.1f triggers per 1,000 customers a week; at most %d open for one cause of one customer.",
                evaluation.path("triggersPer1000CustomersAWeek").asDouble(),
                evaluation.path("mostOpenTriggersOfACase").asInt()));
        evaluation.path("models").fields().forEachRemaining(entry -> showModel(entry.getKey(), entry.getValue()));
    }

    private static void addRow(TextTable table, String play, JsonNode quality) {
        table.add(
                play,
                quality.path("raised").asText(),
                quality.path("right").asText(),
                number(quality.path("precision")),
                quality.path("episodes").asText(),
                quality.path("found").asText(),
                number(quality.path("recall")));
    }

    private void showModel(String model, JsonNode quality) {
        screen.print(model + ": AUC " + number(quality.path("auc")) + " on "
                + quality.path("decisionsOfUnseenCustomers").asText()
                + " decisions on customers it never saw; the true probabilities reach "
                + number(quality.path("aucOfTrueProbabilities")) + ".");
    }

    private String share(String field) {
        return number(evaluation.path(field));
    }

    private static String number(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.3f", value.asDouble()) : "-";
    }
}
