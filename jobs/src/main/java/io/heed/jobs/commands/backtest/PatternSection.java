package io.heed.jobs.commands.backtest;

import static io.heed.jobs.commands.terminal.Figures.count;

import io.heed.jobs.backtest.Comparison;
import io.heed.jobs.backtest.PatternComparison;
import io.heed.patterns.definition.Parameter;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.drawing.SvgDrawing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The part of the page about one changed pattern: its matches, its parameters and its drawings. */
final class PatternSection {
    private final Html html;
    private final PatternComparison pattern;
    private final String name;

    private PatternSection(Html html, PatternComparison pattern) {
        this.html = html;
        this.pattern = pattern;
        this.name = pattern.after().name();
    }

    static void add(Html html, PatternComparison pattern) {
        new PatternSection(html, pattern).add();
    }

    private void add() {
        Comparison matches = pattern.matches();
        html.element("h2 id=\"" + Html.anchor("pattern", name) + "\"", "Pattern " + name);
        html.element(
                "p class=\"faint\"",
                Phrases.versions(pattern) + ". " + pattern.after().description());
        html.raw("<div class=\"tiles\">\n")
                .tile(
                        "Matches",
                        count(matches.before()) + " → " + count(matches.after()),
                        Phrases.difference(matches.before(), matches.after()))
                .tile("The same in both", count(matches.same().size()), Phrases.moved(matches))
                .tile(
                        "Only new",
                        count(matches.gained().size()),
                        customers(matches.customersGained().size()))
                .tile(
                        "Only old",
                        count(matches.lost().size()),
                        customers(matches.customersLost().size()))
                .raw("</div>\n");
        html.raw(DayPlot.of(Html.anchor("matches", name), "Matches of " + name, pattern.days()));
        addParameters();
        addDrawings();
        if (pattern.plays().isEmpty()) {
            html.element("p", "No play reacts to it, so it raises nothing.");
            CustomerTables.add(html, matches, "match");
        }
    }

    private static String customers(int count) {
        return "for " + count(count, "customer") + " who had none";
    }

    private void addParameters() {
        SortedSet<String> names = new TreeSet<>(pattern.after().parameters().keySet());
        PatternDefinition before = pattern.before();
        if (before != null) {
            names.addAll(before.parameters().keySet());
        }
        if (names.isEmpty()) {
            return;
        }
        html.element("h3", "Parameters");
        html.beginTable("Values on both sides", List.of("Parameter", "#Old", "#New", "What it is"));
        for (String parameter : names) {
            @Nullable
            Parameter then = before == null ? null : before.parameters().get(parameter);
            @Nullable Parameter now = pattern.after().parameters().get(parameter);
            html.raw("<tr>")
                    .element("td", parameter)
                    .element("td class=\"number\"", then == null ? "-" : then.text())
                    .element("td class=\"number\"", now == null ? "-" : now.text())
                    .element("td", now == null ? "" : now.description())
                    .raw("</tr>\n");
        }
        html.endTable();
    }

    /** The drawings are pictures, so that their styles stay among themselves. */
    private void addDrawings() {
        html.element("h3", "Drawing");
        addDrawing("New", pattern.after());
        PatternDefinition before = pattern.before();
        if (before != null) {
            html.raw("<details>").element("summary", "The old version");
            addDrawing("Old", before);
            html.raw("</details>\n");
        }
    }

    private void addDrawing(String side, PatternDefinition drawn) {
        byte[] svg = SvgDrawing.of(drawn).getBytes(StandardCharsets.UTF_8);
        html.raw("<img class=\"drawing\" alt=\""
                + Html.escape(side + " version of " + name + ": " + drawn.description())
                + "\" src=\"data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg) + "\"/>\n");
    }
}
