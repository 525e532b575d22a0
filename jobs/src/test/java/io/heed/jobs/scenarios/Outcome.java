package io.heed.jobs.scenarios;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What came of a scenario, each a JSON line of its contract, by customer and time.
 *
 * @param triggers the steps of care triggers, as care teams get them
 * @param decisions the log: also what was held back, and why
 */
record Outcome(List<String> triggers, List<String> decisions) {
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<=:)-?\\d+\\.\\d{5,}");

    /** The same in an order that any run can be brought into. */
    Outcome sorted() {
        return new Outcome(
                triggers.stream().sorted().toList(), decisions.stream().sorted().toList());
    }

    /** The same with scores to three digits: the last ones differ between processors. */
    Outcome rounded() {
        return new Outcome(
                triggers.stream().map(Outcome::rounded).toList(),
                decisions.stream().map(Outcome::rounded).toList());
    }

    private static String rounded(String line) {
        return LONG_NUMBER
                .matcher(line)
                .replaceAll(number -> new BigDecimal(number.group())
                        .setScale(3, RoundingMode.HALF_EVEN)
                        .toPlainString());
    }
}
