package io.heed.jobs.skew;

import io.heed.events.CareEvent;

/** An event and when it reached the job. */
record Arrival(long atMillis, CareEvent event) {}
