package io.heed.jobs.commands.backtest;

import static io.heed.jobs.commands.terminal.Figures.count;
import static io.heed.jobs.commands.terminal.Figures.minute;

import io.heed.jobs.backtest.Backtest;
import io.heed.jobs.backtest.Comparison;
import io.heed.jobs.backtest.PlayComparison;
import io.heed.jobs.backtest.Quality;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.jobs.commands.terminal.TextTable;
import io.heed.jobs.commands.terminal.Wrapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows people in the terminal what a backtest found; the page says more. */
public final class BacktestSummary {
    private static final int CUSTOMERS_SHOWN = 3;
    private static final String INDENT = "    ";

    private final Screen screen;
    private final Backtest backtest;

    /** A summary of a backtest. */
    public BacktestSummary(Screen screen, Backtest backtest) {
        this.screen = screen;
        this.backtest = backtest;
    }

    /** Prints it. */
    public void show() {
        showTotals();
        backtest.plays().forEach(this::showCustomers);
        showHeld();
        showQuality();
        showOthers();
    }

    private void showTotals() {
        heading("Old against new: " + String.join(", ", backtest.changed()));
        TextTable table = new TextTable("", "Old", "New", "Same", "Gained", "Lost", "Customers", "The same come");
        backtest.patterns()
                .forEach(
                        pattern -> addRow(table, "matches of " + pattern.after().name(), pattern.matches()));
        backtest.plays().forEach(play -> addRow(table, "triggers of " + play.play(), play.triggers()));
        print(table);
        screen.print("All plays: " + count(backtest.raisedBefore(), "trigger") + " old, "
                + count(backtest.raisedAfter()) + " new.");
    }

    private static void addRow(TextTable table, String name, Comparison of) {
        table.add(
                name,
                count(of.before()),
                count(of.after()),
                count(of.same().size()),
                count(of.gained().size()),
                count(of.lost().size()),
                "+" + of.customersGained().size() + " −" + of.customersLost().size(),
                Phrases.moved(of));
    }

    private void showCustomers(PlayComparison play) {
        showCustomers("Gain by " + play.play(), play.triggers().customersGained());
        showCustomers("Lose by " + play.play(), play.triggers().customersLost());
    }

    private void showCustomers(String what, List<Comparison.Customer> customers) {
        if (customers.isEmpty()) {
            return;
        }
        int shown = Math.min(CUSTOMERS_SHOWN, customers.size());
        heading(what + ": " + count(customers.size(), "customer") + " (" + shown + " shown)");
        for (Comparison.Customer customer : customers.subList(0, shown)) {
            screen.print(minute(customer.firstMillis()) + "  " + customer.customer());
            Wrapping.lines(customer.sentence(), Screen.COLUMNS - INDENT.length())
                    .forEach(line -> screen.print(INDENT + line));
        }
    }

    private void showHeld() {
        TextTable table = new TextTable("Play", "Reason", "Old", "New");
        backtest.plays()
                .forEach(play -> play.held()
                        .forEach((reason, counts) ->
                                table.add(play.play(), reason, count(counts.before()), count(counts.after()))));
        heading("Held back, or joined");
        printOrSay(table, "nothing, on either side");
    }

    private void showQuality() {
        TextTable table = new TextTable("Play", "Side", "Raised", "Right", "Precision", "Recall", "In time", "Lead");
        for (PlayComparison play : backtest.plays()) {
            addRow(table, play.play(), "old", play.qualityBefore());
            addRow(table, play.play(), "new", play.qualityAfter());
        }
        if (table.lines().size() > 1) {
            heading("Against the recorded causes");
            print(table);
        }
    }

    private static void addRow(TextTable table, String play, String side, @Nullable Quality quality) {
        if (quality != null) {
            table.add(
                    play,
                    side,
                    count(quality.raised()),
                    count(quality.right()),
                    Phrases.share(quality.precision()),
                    Phrases.share(quality.recall()),
                    Phrases.share(quality.inTime()),
                    Phrases.length(quality.medianLeadHours()));
        }
    }

    private void showOthers() {
        TextTable table = new TextTable("Play", "Old", "New", "Same", "Gained", "Lost", "Customers", "The same come");
        backtest.others().forEach(play -> addRow(table, play.play(), play.triggers()));
        heading("Other plays whose triggers change");
        printOrSay(table, "none");
    }

    private void printOrSay(TextTable table, String whereEmpty) {
        if (table.lines().size() > 1) {
            print(table);
        } else {
            screen.print(whereEmpty);
        }
    }

    private void print(TextTable table) {
        List<String> lines = table.lines();
        screen.print(screen.styled(Style.FAINT, lines.get(0)));
        lines.subList(1, lines.size()).forEach(screen::print);
    }

    private void heading(String text) {
        screen.print("");
        screen.print(screen.styled(Style.BOLD, text));
    }
}
