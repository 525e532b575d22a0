package io.heed.replay.simulation.conversations;

/** A way to turn to the company: it records the encounter's events and says how it ended. */
interface Channel {
    Ending hold(Encounter encounter);
}
