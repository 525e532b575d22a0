package io.heed.replay.simulation.company;

import java.time.Instant;

/**
 * Days on which a form of the web site did not work.
 *
 * @param form the form, as in {@code form.failed}
 * @param page the page that it is on
 * @param from when it broke
 * @param to when it was mended
 */
public record BrokenForm(String form, String page, Instant from, Instant to) {}
