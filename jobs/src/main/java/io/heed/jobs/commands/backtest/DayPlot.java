package io.heed.jobs.commands.backtest;

import io.heed.jobs.backtest.DayCount;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws how much each side gave a day: the old side as broad bars, the new side as narrow ones in front of them. */
final class DayPlot {
    private static final int WIDTH = 920;
    private static final int HEIGHT = 190;
    private static final int LEFT = 40;
    private static final int RIGHT = 8;
    private static final int TOP = 12;
    private static final int BOTTOM = 24;
    private static final int MOST_DAYS = 100;
    private static final int DATES = 8;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);

    private final String id;
    private final String what;
    private final List<Bar> bars;
    private final String unit;
    private final long step;
    private final long top;

    /** The counts of a day or a week. */
    private record Bar(LocalDate day, long before, long after) {}

    private DayPlot(String id, String what, List<DayCount> days) {
        this.id = id;
        this.what = what;
        this.unit = days.size() > MOST_DAYS ? "week" : "day";
        this.bars = bars(days, days.size() > MOST_DAYS ? 7 : 1);
        long most = bars.stream()
                .mapToLong(bar -> Math.max(bar.before(), bar.after()))
                .max()
                .orElse(0);
        this.step = step(most);
        this.top = Math.max(step, (most + step - 1) / step * step);
    }

    /**
     * The figure.
     *
     * @param id an id that nothing else on the page has
     * @param what what is counted, such as {@code triggers of bill-spike}
     */
    static String of(String id, String what, List<DayCount> days) {
        return new DayPlot(id, what, days).draw();
    }

    private String draw() {
        StringBuilder svg =
                new StringBuilder("""
                <figure>
                <figcaption>%1$s a %2$s <span class="key"><span class="swatch old"></span>old</span> \
                <span class="key"><span class="swatch new"></span>new</span></figcaption>
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %3$d %4$d" role="img" aria-labelledby="%5$s">
                <title id="%5$s">%1$s a %2$s, %6$d old against %7$d new</title>
                """.formatted(Html.escape(what), unit, WIDTH, HEIGHT, id, sum(false), sum(true)));
        for (long value = 0; value <= top; value += step) {
            int y = (int) Math.round(y(value));
            svg.append(
                    "<path class=\"%s\" d=\"M%d %d.5H%d\"/>".formatted(value == 0 ? "axis" : "grid", LEFT, y, WIDTH));
            svg.append("<text class=\"end\" x=\"%d\" y=\"%d\">%d</text>\n".formatted(LEFT - 8, y + 4, value));
        }
        for (int i = 0; i < bars.size(); i++) {
            svg.append(bar(i, bars.get(i)));
        }
        return svg.append("</svg>\n</figure>\n").toString();
    }

    private String bar(int index, Bar bar) {
        double slot = (double) (WIDTH - LEFT - RIGHT) / Math.max(1, bars.size());
        double x = LEFT + index * slot;
        int every = Math.max(1, (bars.size() + DATES - 1) / DATES);
        String date = index % every == 0
                ? "<text x=\"%d\" y=\"%d\">%s</text>".formatted(Math.round(x), HEIGHT - 6, DATE.format(bar.day()))
                : "";
        return "<g><title>%s: old %d, new %d</title>".formatted(bar.day(), bar.before(), bar.after())
                + String.format(
                        Locale.ROOT,
                        "<rect class=\"hit\" x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\"/>",
                        x,
                        TOP,
                        slot,
                        HEIGHT - TOP - BOTTOM)
                + column("old", x + slot * 0.08, slot * 0.84, bar.before())
                + column("new", x + slot * 0.28, slot * 0.44, bar.after())
                + "</g>"
                + date
                + "\n";
    }

    private String column(String side, double x, double width, long count) {
        if (count == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" rx=\"%.1f\"/>",
                side,
                x,
                y(count),
                width,
                y(0) - y(count),
                Math.min(2, width / 4));
    }

    private double y(long value) {
        return HEIGHT - BOTTOM - (double) value / top * (HEIGHT - TOP - BOTTOM);
    }

    private long sum(boolean after) {
        return bars.stream()
                .mapToLong(bar -> after ? bar.after() : bar.before())
                .sum();
    }

    private static List<Bar> bars(List<DayCount> days, int together) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < days.size(); i += together) {
            List<DayCount> part = days.subList(i, Math.min(i + together, days.size()));
            bars.add(new Bar(
                    part.get(0).day(),
                    part.stream().mapToLong(DayCount::before).sum(),
                    part.stream().mapToLong(DayCount::after).sum()));
        }
        return bars;
    }

    /** A round distance between the lines of the grid, of which there are at most five. */
    private static long step(long most) {
        long step = 1;
        for (int i = 0; step * 4 < most; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return step;
    }
}
