package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import org.jspecify.annotations.Nullable;

/**
 * An item of a bill.
 *
 * @param kind recurring, usage, one-off, prorated, credit, arrears or device-instalment
 * @param topic what it is for
 * @param description the line as printed
 * @param line the line that caused it, or null
 * @param addon the add-on that caused it, or null
 * @param amount its amount, USD
 * @param problem the problem that it is the trace of, or null
 */
record BillItem(
        String kind,
        String topic,
        String description,
        @Nullable String line,
        @Nullable String addon,
        double amount,
        @Nullable Problem problem) {
    BillItem {
        amount = Chance.cents(amount);
    }

    static BillItem of(String kind, String topic, String description, double amount) {
        return new BillItem(kind, topic, description, null, null, amount, null);
    }

    BillItem forLine(String newLine) {
        return new BillItem(kind, topic, description, newLine, addon, amount, problem);
    }

    BillItem forAddon(String newAddon) {
        return new BillItem(kind, topic, description, line, newAddon, amount, problem);
    }

    BillItem because(@Nullable Problem newProblem) {
        return new BillItem(kind, topic, description, line, addon, amount, newProblem);
    }

    boolean isCharge() {
        return !kind.equals("arrears");
    }

    Payload payload() {
        return Payload.of("kind", kind)
                .with("topic", topic)
                .with("description", description)
                .with("line", line)
                .with("addon", addon)
                .with("amount", amount);
    }
}
