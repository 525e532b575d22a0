package io.heed.jobs.commands.reporting;

import static io.heed.jobs.commands.terminal.Figures.count;
import static io.heed.jobs.commands.terminal.Figures.minute;
import static io.heed.jobs.commands.terminal.Figures.seconds;

import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.jobs.commands.terminal.TextTable;
import io.heed.jobs.commands.terminal.Wrapping;
import io.heed.jobs.customer.Tally;
import io.heed.jobs.flink.embedded.JobTotals;
import io.heed.jobs.understanding.MessageFate;
import io.heed.models.health.ModelHealth;
import io.heed.models.health.Serving;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.play.Urgency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows people what a replay gave. */
public final class ReplaySummary {
    private static final String INDENT = "    ";

    private final Screen screen;
    private final ReplayLedger ledger;
    private final JobTotals totals;

    /** A summary of what a ledger and a job counted. */
    public ReplaySummary(Screen screen, ReplayLedger ledger, JobTotals totals) {
        this.screen = screen;
        this.ledger = ledger;
        this.totals = totals;
    }

    /** Shows the triggers most worth doing, what became of each play, and the counts. */
    public void show(int top, ReplayTimings timings) {
        showTriggers(top);
        showPlays();
        showHeld();
        showModelAlarms();
        showCounts();
        showTimings(timings);
    }

    private void showTriggers(int top) {
        List<RankedTrigger> ranked = ledger.ranked();
        int shown = Math.min(top, ranked.size());
        heading("Triggers, most worth doing first (" + count(shown) + " of " + count(ranked.size()) + ")");
        if (shown == 0) {
            screen.print(ranked.isEmpty() ? "none" : "none shown");
            return;
        }
        TextTable table = new TextTable("#", "Customer", "When (UTC)", "Urgency", "What to do", "Worth", "Now");
        for (int i = 0; i < shown; i++) {
            RankedTrigger trigger = ranked.get(i);
            table.add(
                    String.valueOf(i + 1),
                    trigger.customer(),
                    minute(trigger.raisedMillis()),
                    trigger.urgency().name().toLowerCase(Locale.ROOT),
                    trigger.action() + " by " + trigger.channel(),
                    String.format(Locale.ROOT, "%.2f", trigger.priority()),
                    trigger.standing());
        }
        List<String> lines = table.lines();
        screen.print(screen.styled(Style.FAINT, lines.get(0)));
        for (int i = 0; i < shown; i++) {
            screen.print(byUrgency(ranked.get(i).urgency(), lines.get(i + 1)));
            Wrapping.lines(ranked.get(i).sentence(), Screen.COLUMNS - INDENT.length())
                    .forEach(line -> screen.print(INDENT + line));
        }
    }

    private String byUrgency(Urgency urgency, String line) {
        return switch (urgency) {
            case URGENT -> screen.styled(Style.RED, line);
            case HIGH -> screen.styled(Style.YELLOW, line);
            case NORMAL, LOW -> line;
        };
    }

    private void showPlays() {
        heading("By play");
        TextTable table = new TextTable(
                "Play", "Raised", "Updated", "Withdrawn", "Expired", "Closed", "Open", "Held back", "Delayed");
        ledger.plays()
                .forEach((play, tally) -> table.add(
                        play,
                        count(tally.of(TriggerStep.RAISED)),
                        count(tally.of(TriggerStep.UPDATED)),
                        count(tally.of(TriggerStep.WITHDRAWN)),
                        count(tally.of(TriggerStep.EXPIRED)),
                        count(tally.of(TriggerStep.CLOSED)),
                        count(tally.open()),
                        count(sum(tally.held())),
                        count(tally.delayed())));
        List<String> lines = table.lines();
        screen.print(screen.styled(Style.FAINT, lines.get(0)));
        lines.subList(1, lines.size()).forEach(screen::print);
    }

    private void showHeld() {
        heading("Held back, by reason");
        if (ledger.heldByReason().isEmpty()) {
            screen.print("nothing");
        }
        ledger.plays().forEach((play, tally) -> {
            if (!tally.held().isEmpty()) {
                String reasons = tally.held().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(reason -> reason.getKey() + " " + count(reason.getValue()))
                        .collect(Collectors.joining(", "));
                screen.print(play);
                Wrapping.lines(reasons, Screen.COLUMNS - INDENT.length()).forEach(line -> screen.print(INDENT + line));
            }
        });
    }

    /** Of each version only what was wrong last; the output has the rest. */
    private void showModelAlarms() {
        Map<Serving, ModelHealth> last = new TreeMap<>();
        Map<Serving, Long> stretches = new TreeMap<>();
        ledger.modelAlarms().forEach(health -> {
            last.put(health.serving(), health);
            stretches.merge(health.serving(), 1L, Long::sum);
        });
        if (last.isEmpty()) {
            return;
        }
        heading("Models that may no longer be right");
        last.forEach((serving, health) -> {
            screen.print(screen.styled(
                    Style.YELLOW,
                    serving.key() + ": " + count(stretches.getOrDefault(serving, 0L), "alarm") + ", the last for "
                            + minute(health.fromMillis()) + " to " + minute(health.toMillis())));
            Wrapping.lines(String.join(", ", health.alarms()), Screen.COLUMNS - INDENT.length())
                    .forEach(line -> screen.print(INDENT + line));
        });
    }

    private void showCounts() {
        heading("Records");
        List<String> fates = new ArrayList<>();
        JobTotals.FATES.forEach(fate -> fates.add(count(totals.of(fate)) + " " + inWords(fate)));
        String sum = count(totals.records()) + " in = " + String.join(" + ", fates);
        Wrapping.lines(sum, Screen.COLUMNS).forEach(screen::print);
        screen.print(
                totals.addUp()
                        ? screen.styled(Style.GREEN, "Nothing was lost: the counts add up.")
                        : screen.styled(
                                Style.RED,
                                "The counts do NOT add up: " + count(totals.records()) + " came in, "
                                        + count(totals.accountedFor()) + " are accounted for."));
        if (totals.of("ignoredFields") > 0) {
            screen.print(count(totals.of("ignoredFields")) + " fields are not in the catalogue and were left out.");
        }
        if (totals.of(Tally.UNPROFILED) > 0) {
            screen.print(count(totals.of(Tally.UNPROFILED), "prediction")
                    + " of customers without consent to profiling were not kept.");
        }
        showMessages();
        screen.print(count(ledger.raised(), "trigger") + " raised, " + count(ledger.open()) + " of them still open.");
    }

    private void showMessages() {
        Map<MessageFate, Long> messages = new EnumMap<>(MessageFate.class);
        totals.counts()
                .forEach((name, count) -> Arrays.stream(MessageFate.values())
                        .filter(fate -> fate.isCountedBy(name))
                        .forEach(fate -> messages.merge(fate, count, Long::sum)));
        if (!messages.isEmpty()) {
            screen.print(count(messages.getOrDefault(MessageFate.SCORED, 0L), "message") + " of customers scored, "
                    + count(messages.getOrDefault(MessageFate.UNKNOWN, 0L)) + " of unknown state, "
                    + count(messages.getOrDefault(MessageFate.WITHHELD, 0L)) + " withheld.");
        }
    }

    private void showTimings(ReplayTimings timings) {
        boolean triggered = timings.firstTriggerMillis() != ReplayTimings.NEVER;
        screen.print((triggered ? "First trigger after " + seconds(timings.firstTriggerMillis()) + ", all" : "All")
                + " done after " + seconds(timings.totalMillis()) + ".");
    }

    private void heading(String text) {
        screen.print("");
        screen.print(screen.styled(Style.BOLD, text));
    }

    private static String inWords(String fate) {
        return fate.equals("deadLetters") ? "dead letters" : fate;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
