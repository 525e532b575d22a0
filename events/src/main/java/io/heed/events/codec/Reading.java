package io.heed.events.codec;

import io.heed.events.CareEvent;

/** What became of a record. */
public sealed interface Reading {
    /**
     * The record is an event.
     *
     * @param ignoredFields how many of its fields the catalogue does not know; they were left out
     */
    record Accepted(CareEvent event, int ignoredFields) implements Reading {}

    /** The record is no event; the reason holds no value of it, only names, kinds and lengths. */
    record Refused(String reason) implements Reading {}
}
