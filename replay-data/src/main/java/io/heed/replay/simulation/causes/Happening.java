package io.heed.replay.simulation.causes;

/** Something that happens in customers' lives: it notes in the diary when, and records what shows of it. */
interface Happening {
    void plan(Life life);
}
