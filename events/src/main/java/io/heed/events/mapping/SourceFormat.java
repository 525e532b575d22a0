package io.heed.events.mapping;

/** How a foreign record is written. */
public enum SourceFormat {
    /** One JSON object a line. */
    JSON_LINES,
    /** One row of comma-separated values a line. */
    CSV
}
