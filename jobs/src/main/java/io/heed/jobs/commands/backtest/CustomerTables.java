package io.heed.jobs.commands.backtest;

import static io.heed.jobs.commands.terminal.Figures.count;
import static io.heed.jobs.commands.terminal.Figures.minute;

import io.heed.jobs.backtest.Comparison;
import io.heed.jobs.backtest.Comparison.Customer;
import java.util.List;

/** The customers who have something on one side alone. */
final class CustomerTables {
    private static final int MOST_SHOWN = 50;

    private CustomerTables() {}

    /** Both tables; the things are triggers or matches. */
    static void add(Html html, Comparison of, String thing) {
        add(html, "Customers who gain", "no " + thing + " on the old side", of.customersGained(), thing);
        add(html, "Customers who lose", "no " + thing + " on the new side", of.customersLost(), thing);
    }

    private static void add(Html html, String heading, String other, List<Customer> customers, String thing) {
        html.element("h3", heading + ": " + count(customers.size()));
        if (customers.isEmpty()) {
            html.element("p class=\"faint\"", "None.");
            return;
        }
        int shown = Math.min(MOST_SHOWN, customers.size());
        String caption = "They have " + other
                + (shown < customers.size() ? "; the first " + shown + " by time, the JSON file has all." : ".");
        boolean reasons =
                customers.stream().anyMatch(customer -> !customer.sentence().isEmpty());
        html.beginTable(
                caption,
                reasons
                        ? List.of("Customer", "First (UTC)", "#" + plural(thing), "Reason of the first")
                        : List.of("Customer", "First (UTC)", "#" + plural(thing)));
        for (Customer customer : customers.subList(0, shown)) {
            html.raw("<tr>")
                    .element("td", customer.customer())
                    .element("td class=\"time\"", minute(customer.firstMillis()))
                    .element("td class=\"number\"", count(customer.count()));
            if (reasons) {
                html.element("td", customer.sentence());
            }
            html.raw("</tr>\n");
        }
        html.endTable();
    }

    private static String plural(String thing) {
        return thing.equals("match") ? "Matches" : "Triggers";
    }
}
