package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;

/** Names conversations and care agents. */
final class Names {
    private static final int AGENTS = 60;

    private final String customer;
    private int conversations;

    Names(String customer) {
        this.customer = customer;
    }

    String conversation() {
        return customer + "-T" + ++conversations;
    }

    static String agent(Chance chance) {
        return "agent-" + (10 + chance.whole(0, AGENTS - 1));
    }
}
