package io.heed.triggers.play;

import java.io.Serializable;

/**
 * What a play is worth, as expressions over the signal, features and profile.
 *
 * @param probability how likely the trouble is, or how likely the action helps: 0 to 1
 * @param customer what the action is worth to the customer, in points
 * @param business what it is worth to the company, in points; it only breaks ties
 */
public record Worth(String probability, String customer, String business) implements Serializable {}
