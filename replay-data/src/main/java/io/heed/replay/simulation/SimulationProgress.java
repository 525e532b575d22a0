package io.heed.replay.simulation;

/** Told how far a simulation has come. */
public interface SimulationProgress {
    /** Says nothing. */
    SimulationProgress SILENT = (done, all) -> {};

    /** So many customers of all have been simulated; called after each of them, and not while files are written. */
    void customersDone(int done, int all);
}
