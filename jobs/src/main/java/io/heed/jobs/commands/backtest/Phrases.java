package io.heed.jobs.commands.backtest;

import static io.heed.jobs.commands.terminal.Figures.count;

import io.heed.jobs.backtest.Comparison;
import io.heed.jobs.backtest.PatternComparison;
import io.heed.jobs.backtest.PlayComparison;
import io.heed.jobs.backtest.Quality;
import java.util.Locale;

/** How both reports put figures. */
final class Phrases {
    private static final double HOUR = 3_600_000;
    private static final double DAY = 24 * HOUR;

    private Phrases() {}

    /** How much more or less, such as +12; 0 where nothing changed. */
    static String difference(long before, long after) {
        return (after > before ? "+" : after < before ? "−" : "") + count(Math.abs(after - before));
    }

    /** When the new side gave what both gave, such as {@code 5.0 d earlier}. */
    static String moved(Comparison comparison) {
        long later = comparison.medianLaterMillis();
        if (comparison.same().isEmpty()) {
            return "";
        }
        if (later == 0) {
            return "at the same time";
        }
        return length(Math.abs(later) / HOUR) + (later < 0 ? " earlier" : " later");
    }

    /** A length of time in hours or days, such as {@code 5.0 d}. */
    static String length(double hours) {
        if (Double.isNaN(hours)) {
            return "-";
        }
        return hours * HOUR < 2 * DAY ? figure(hours, "%.1f h") : figure(hours / 24, "%.1f d");
    }

    /** A share from 0 to 1, or a dash where it is not known. */
    static String share(double share) {
        return Double.isNaN(share) ? "-" : figure(share, "%.3f");
    }

    /** How right a play was on both sides, "" where the recording does not know. */
    static String precision(PlayComparison play) {
        Quality before = play.qualityBefore();
        Quality after = play.qualityAfter();
        if (before == null || after == null) {
            return "";
        }
        return share(before.precision()) + " → " + share(after.precision());
    }

    /** The versions of a pattern on both sides. */
    static String versions(PatternComparison pattern) {
        int before = pattern.before() == null ? 0 : pattern.before().version();
        return versions(before, pattern.after().version());
    }

    /** The versions of a play on both sides. */
    static String versions(PlayComparison play) {
        return versions(play.versionBefore(), play.versionAfter());
    }

    private static String versions(int before, int after) {
        if (before == after) {
            return "version " + after;
        }
        return before == 0 ? "new, version " + after : "version " + before + " → " + after;
    }

    private static String figure(double value, String format) {
        return String.format(Locale.ROOT, format, value);
    }
}
