package io.heed.jobs.commands.backtest;

import static io.heed.jobs.commands.terminal.Figures.count;

import io.heed.jobs.backtest.Comparison;
import io.heed.jobs.backtest.PlayComparison;
import io.heed.jobs.backtest.Quality;
import java.util.List;
import java.util.function.Function;

/** The part of the page about one play: its triggers, whom they concern, what was held back, and how right it was. */
final class PlaySection {
    private final Html html;
    private final PlayComparison play;

    private PlaySection(Html html, PlayComparison play) {
        this.html = html;
        this.play = play;
    }

    static void add(Html html, PlayComparison play) {
        new PlaySection(html, play).add();
    }

    private void add() {
        Comparison triggers = play.triggers();
        html.element("h2 id=\"" + Html.anchor("play", play.play()) + "\"", "Play " + play.play());
        html.element(
                "p class=\"faint\"",
                Phrases.versions(play) + (play.signal().isEmpty() ? "" : ", reacts to " + play.signal()) + ".");
        html.raw("<div class=\"tiles\">\n")
                .tile(
                        "Triggers",
                        count(triggers.before()) + " → " + count(triggers.after()),
                        Phrases.difference(triggers.before(), triggers.after()))
                .tile("The same in both", count(triggers.same().size()), Phrases.moved(triggers))
                .tile(
                        "Customers who gain",
                        count(triggers.customersGained().size()),
                        count(triggers.gained().size(), "trigger") + " only new")
                .tile(
                        "Customers who lose",
                        count(triggers.customersLost().size()),
                        count(triggers.lost().size(), "trigger") + " only old")
                .raw("</div>\n");
        html.raw(DayPlot.of(Html.anchor("triggers", play.play()), "Triggers of " + play.play(), play.days()));
        addQuality();
        addHeld();
        CustomerTables.add(html, triggers, "trigger");
    }

    private void addQuality() {
        Quality then = play.qualityBefore();
        Quality now = play.qualityAfter();
        if (then == null && now == null) {
            return;
        }
        html.element("h3", "Against the recorded causes");
        html.beginTable("What the recording knows of causes", List.of("Figure", "#Old", "#New", "What it is"));
        addRow("Precision", quality -> Phrases.share(quality.precision()), "share of triggers with an open cause");
        addRow("Recall", quality -> Phrases.share(quality.recall()), "share of the causes in scope that were found");
        addRow("Right", quality -> count(quality.right()), "triggers with an open cause");
        addRow(
                "Found",
                quality -> count(quality.found()),
                "causes in scope that were found, of " + count(now == null ? 0 : now.episodes()));
        addRow(
                "In time",
                quality -> Phrases.share(quality.inTime()),
                "share of the right ones that came before a contact, where their cause led to one");
        addRow(
                "Lead",
                quality -> Phrases.length(quality.medianLeadHours()),
                "how long before that contact they came (median)");
        html.endTable();
    }

    private void addRow(String name, Function<Quality, String> figure, String meaning) {
        Quality then = play.qualityBefore();
        Quality now = play.qualityAfter();
        html.row(name, then == null ? "-" : figure.apply(then), now == null ? "-" : figure.apply(now), meaning);
    }

    private void addHeld() {
        html.element("h3", "Held back, or joined");
        if (play.held().isEmpty()) {
            html.element("p class=\"faint\"", "Nothing, on either side.");
            return;
        }
        html.beginTable("Decisions that raised no trigger", List.of("Reason", "#Old", "#New", "#Change"));
        play.held()
                .forEach((reason, counts) -> html.row(
                        reason,
                        count(counts.before()),
                        count(counts.after()),
                        Phrases.difference(counts.before(), counts.after())));
        html.endTable();
    }
}
