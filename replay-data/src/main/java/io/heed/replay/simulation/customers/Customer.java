package io.heed.replay.simulation.customers;

import io.heed.replay.simulation.company.Area;
import java.time.Instant;
import java.util.List;

/**
 * A customer: who pays for accounts whose lines a household uses.
 *
 * @param id names the customer in events
 * @param household the household, which another customer may share
 * @param area where the customer lives
 * @param language {@code en} or {@code es}
 * @param traits what the customer is like
 * @param since when the first account was opened
 * @param accounts the accounts, at least one
 */
public record Customer(
        String id, String household, Area area, String language, Traits traits, Instant since, List<Account> accounts) {
    /** Checks that there is an account. */
    public Customer {
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("accounts are empty: " + id);
        }
    }

    /** Whether any line is a mobile one. */
    public boolean hasMobile() {
        return accounts.stream().flatMap(account -> account.lines().stream()).anyMatch(Line::isMobile);
    }

    /** Whether any line is a broadband one. */
    public boolean hasBroadband() {
        return accounts.stream().flatMap(account -> account.lines().stream()).anyMatch(line -> !line.isMobile());
    }
}
