package io.heed.jobs.flink.change;

import java.io.Serializable;
import java.time.InstantSource;

/** The clock by which changes are made: event time never gets ahead of it, so that no change comes too late. */
@FunctionalInterface
public interface ChangeClock extends Serializable {
    /** The wall clock. */
    ChangeClock WALL = () -> InstantSource.system().millis();

    /** The time now, in milliseconds since 1970. */
    long millis();
}
