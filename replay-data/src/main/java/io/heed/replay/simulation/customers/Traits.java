package io.heed.replay.simulation.customers;

import io.heed.replay.simulation.chance.Chance;

/**
 * What a customer is like; no event shows it directly.
 *
 * @param patience 0 for none, 1 for a saint's
 * @param contactRate how readily the customer turns to the company; 1 is the mean
 * @param callTaste weight of the telephone when choosing a channel
 * @param chatTaste weight of the chat
 * @param postTaste weight of a public post
 * @param webHabit how often the web site is used; 1 is the mean
 * @param tidiness 1 for who writes as in school, 0 for who hardly finds the keys
 * @param temper how quickly trouble turns into anger; 0 to 1
 */
public record Traits(
        double patience,
        double contactRate,
        double callTaste,
        double chatTaste,
        double postTaste,
        double webHabit,
        double tidiness,
        double temper) {

    static Traits draw(Chance chance) {
        double[][] tastes = {{0.78, 0.17, 0.05}, {0.24, 0.69, 0.07}, {0.34, 0.36, 0.3}};
        double[] taste = tastes[chance.weighted(0.45, 0.42, 0.13)];
        return new Traits(
                (chance.between(0, 1) + chance.between(0, 1)) / 2,
                StrictMath.exp(chance.normal(0, 0.55)),
                taste[0],
                taste[1],
                taste[2],
                StrictMath.exp(chance.normal(-0.2, 0.6)),
                chance.between(0, 1),
                (chance.between(0, 1) + chance.between(0, 1)) / 2);
    }
}
