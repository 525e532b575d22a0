package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.customers.Customer;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bill.
 *
 * @param number names it in events
 * @param kind regular, first, final or annual
 * @param from first instant of its period
 * @param to when its period ends
 * @param items what it is made of
 * @param rises the problems that make it higher than usual, with their amounts
 */
record Bill(String number, String kind, Instant from, Instant to, List<BillItem> items, Map<Problem, Double> rises) {
    private static final Duration TO_PAY = Duration.ofDays(18);

    Bill {
        items = List.copyOf(items);
        rises = Collections.unmodifiableMap(new LinkedHashMap<>(rises));
    }

    double charges() {
        return Chance.cents(items.stream()
                .filter(BillItem::isCharge)
                .mapToDouble(BillItem::amount)
                .sum());
    }

    double amount() {
        return Chance.cents(items.stream().mapToDouble(BillItem::amount).sum());
    }

    Payload payload(Account account, Customer payer) {
        return Payload.of("bill", number)
                .with("account", account.id())
                .with("payer", payer.id())
                .with("kind", kind)
                .with("amount", amount())
                .with("charges", charges())
                .with("arrears", Chance.cents(amount() - charges()))
                .with("periodFrom", from)
                .with("periodTo", to)
                .with("dueOn", to.plus(TO_PAY))
                .with("method", account.method())
                .with("items", items.stream().map(BillItem::payload).toList());
    }
}
