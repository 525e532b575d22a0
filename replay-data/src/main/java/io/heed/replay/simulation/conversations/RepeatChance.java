package io.heed.replay.simulation.conversations;

import org.jspecify.annotations.Nullable;

/**
 * The true probability that a customer whose contact has just ended begins another within 24 hours. Most of what it
 * depends on shows in events; whether the problem is really gone, the customer's patience and an emotion that was not
 * put into recorded words do not.
 *
 * @param notedResolved whether the contact was noted as resolved
 * @param solved whether the problem is really gone
 * @param abandoned whether the customer gave up waiting
 * @param waitSeconds the wait for a person
 * @param contactsLastWeek contacts begun in the seven days before this one
 * @param emotion how the customer feels, shown or not
 * @param shown the emotion that recorded words showed, null where there are none
 * @param outageOpen whether an outage of a service that the customer has is open in the area
 * @param spikeLately whether a bill spiked in the last fourteen days
 * @param droppedCallsLastWeek the customer's own calls that the network dropped in the last seven days
 * @param patience the customer's patience, 0 to 1
 * @param treated whether care about the cause has reached the customer
 */
record RepeatChance(
        boolean notedResolved,
        boolean solved,
        boolean abandoned,
        int waitSeconds,
        int contactsLastWeek,
        Emotion emotion,
        @Nullable Emotion shown,
        boolean outageOpen,
        boolean spikeLately,
        int droppedCallsLastWeek,
        double patience,
        boolean treated) {
    private static final int LONG_WAIT_SECONDS = 240;
    private static final double TREATED = 0.55;

    double probability() {
        double logit = -2.95
                + (notedResolved ? 0 : 1.25)
                + (solved ? 0 : 0.5)
                + (abandoned ? 0.5 : 0)
                + (waitSeconds > LONG_WAIT_SECONDS ? 0.3 : 0)
                + 0.4 * Math.min(3, contactsLastWeek)
                + emotionWeight()
                + (outageOpen ? 0.7 : 0)
                + (spikeLately && !notedResolved ? 0.5 : 0)
                + (droppedCallsLastWeek >= 3 ? 0.5 : 0)
                + 0.9 * (0.5 - patience);
        double untreated = 1 / (1 + StrictMath.exp(-logit));
        return treated ? TREATED * untreated : untreated;
    }

    private double emotionWeight() {
        Emotion felt = shown == null ? emotion : shown;
        return switch (felt) {
            case SATISFIED -> -0.6;
            case CALM -> -0.15;
            case CONFUSED, WORRIED -> 0.1;
            case FRUSTRATED -> 0.4;
            case ANGRY -> 0.7;
        };
    }
}
