package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.conversations.Contacts;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.customers.Customer;
import io.heed.replay.simulation.customers.Line;
import io.heed.replay.simulation.life.Diary;
import java.util.List;

/**
 * What everything that happens to one customer shares.
 *
 * @param diary the customer's course of time
 * @param contacts how the customer turns to the company
 * @param charges what the accounts have run up since their last bills
 */
record Life(Diary diary, Contacts contacts, Charges charges) {
    Customer customer() {
        return diary.customer();
    }

    List<Account> billedAccounts() {
        return customer().accounts().stream()
                .filter(account -> !account.isPrepaid())
                .toList();
    }

    List<Account> prepaidAccounts() {
        return customer().accounts().stream().filter(Account::isPrepaid).toList();
    }

    /** The accounts with mobile lines that are billed. */
    List<Account> mobileAccounts() {
        return billedAccounts().stream()
                .filter(account -> account.lines().stream().anyMatch(Line::isMobile))
                .toList();
    }
}
