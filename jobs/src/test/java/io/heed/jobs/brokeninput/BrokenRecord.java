package io.heed.jobs.brokeninput;

import java.nio.charset.StandardCharsets;

/**
 * A record that cannot be read.
 *
 * @param kind what is wrong with it
 * @param reason how its dead letter's reason begins
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BrokenRecord(String kind, byte[] line, String reason) {
    BrokenRecord(String kind, String line, String reason) {
        this(kind, line.getBytes(StandardCharsets.UTF_8), reason);
    }
}
