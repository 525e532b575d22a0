package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.customers.Account;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The billing of all accounts of a customer. */
final class Bills implements Happening {
    private final Map<Account, Billing> byAccount = new LinkedHashMap<>();

    @Override
    public void plan(Life life) {
        life.billedAccounts().forEach(account -> byAccount.put(account, Billing.of(life, account)));
    }

    void open(Life life, Account account, Instant time) {
        byAccount.put(account, Billing.ofNew(life, account, time));
    }

    /** Settles all accounts: the customer leaves. */
    void settle(Instant time) {
        byAccount.values().forEach(billing -> billing.settle(time));
    }
}
