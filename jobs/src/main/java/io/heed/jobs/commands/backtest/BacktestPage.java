package io.heed.jobs.commands.backtest;

import static io.heed.jobs.commands.terminal.Figures.count;

import io.heed.jobs.backtest.Backtest;
import io.heed.jobs.backtest.Comparison;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a backtest found as one page for people, which needs nothing else and holds no script. */
public final class BacktestPage {
    private static final List<String> COLUMNS =
            List.of("", "#Old", "#New", "#Change", "#Same", "#Only new", "#Only old", "The same come", "Precision");

    private static final String READING = "Old are the definitions of the workspace as it is, new are those that were"
            + " tried. Two matches or triggers are the same where pattern or play, customer and first event are. A customer"
            + " gains by a play who has a trigger of it on the new side and none on the old. Times are in UTC.";

    private final Backtest backtest;
    private final BacktestScope scope;
    private final Html html = new Html();

    /** A page about a backtest. */
    public BacktestPage(Backtest backtest, BacktestScope scope) {
        this.backtest = backtest;
        this.scope = scope;
    }

    /** The text of the page. */
    public String html() {
        String title = "Backtest of " + String.join(", ", backtest.changed());
        html.raw("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n")
                .raw("<meta charset=\"utf-8\"/>\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .element("title", title)
                .raw("<style>\n" + PageStyle.CSS + "</style>\n</head>\n<body>\n<main>\n");
        html.element("h1", title).element("p class=\"faint\"", covered());
        backtest.notes().forEach(note -> html.element("p class=\"note\"", note));
        addOverview();
        backtest.patterns().forEach(pattern -> PatternSection.add(html, pattern));
        backtest.plays().forEach(play -> PlaySection.add(html, play));
        addOthers();
        html.raw("</main>\n").element("footer", READING).raw("</body>\n</html>\n");
        return html.toString();
    }

    private String covered() {
        String files = scope.events().stream()
                .map(file -> String.valueOf(Path.of(file).getFileName()))
                .collect(Collectors.joining(", "));
        String days = backtest.days().isEmpty()
                ? ""
                : ", " + backtest.days().get(0) + " to "
                        + backtest.days().get(backtest.days().size() - 1);
        return count(scope.records(), "record") + " of " + files + days + ", by the workspace " + scope.workspace();
    }

    private void addOverview() {
        html.beginTable("Old against new", COLUMNS);
        backtest.patterns().forEach(pattern -> {
            String name = pattern.after().name();
            addRow("Matches of ", "pattern", name, pattern.matches(), "");
        });
        backtest.plays()
                .forEach(play -> addRow("Triggers of ", "play", play.play(), play.triggers(), Phrases.precision(play)));
        html.row(
                "Triggers of all plays",
                count(backtest.raisedBefore()),
                count(backtest.raisedAfter()),
                Phrases.difference(backtest.raisedBefore(), backtest.raisedAfter()),
                "",
                "",
                "",
                "",
                "");
        html.endTable();
    }

    private void addRow(String what, String kind, String name, Comparison of, String precision) {
        html.raw("<tr><td>" + what + "<a href=\"#" + Html.anchor(kind, name) + "\">" + Html.escape(name) + "</a></td>");
        addFigures(of, precision);
    }

    private void addFigures(Comparison of, String precision) {
        for (String figure : List.of(
                count(of.before()),
                count(of.after()),
                Phrases.difference(of.before(), of.after()),
                count(of.same().size()),
                count(of.gained().size()),
                count(of.lost().size()))) {
            html.element("td class=\"number\"", figure);
        }
        html.element("td", Phrases.moved(of)).element("td", precision).raw("</tr>\n");
    }

    private void addOthers() {
        html.element("h2 id=\"others\"", "Other plays");
        if (backtest.others().isEmpty()) {
            html.element("p class=\"faint\"", "All others raise the same triggers at the same times.");
            return;
        }
        html.beginTable("Plays that were not changed and whose triggers are not the same", COLUMNS);
        backtest.others().forEach(play -> {
            html.raw("<tr>").element("td", play.play());
            addFigures(play.triggers(), Phrases.precision(play));
        });
        html.endTable();
        html.beginTable(
                "What was held back of them, where that changed", List.of("Play", "Reason", "#Old", "#New", "#Change"));
        backtest.others()
                .forEach(play -> play.held().forEach((reason, counts) -> {
                    if (counts.before() != counts.after()) {
                        html.row(
                                play.play(),
                                reason,
                                count(counts.before()),
                                count(counts.after()),
                                Phrases.difference(counts.before(), counts.after()));
                    }
                }));
        html.endTable();
    }
}
