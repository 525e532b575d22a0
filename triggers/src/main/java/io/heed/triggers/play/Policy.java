package io.heed.triggers.play;

import io.heed.triggers.profile.ContactCap;
import io.heed.triggers.profile.QuietHours;
import java.io.Serializable;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What holds for all plays of a workspace.
 *
 * @param timeZone the time zone of customers who have not told theirs
 * @param quietHours the quiet hours of customers who have not told theirs
 * @param caps the most messages that a customer gets
 * @param controlShare the share of customers who are decided and logged but never cared for
 * @param controlSalt draws the control group; another salt draws another group
 * @param triggerSalt goes into every trigger's id, so that ids of two workspaces never meet
 * @param rests for how long plays rest after what customers and care agents said
 */
public record Policy(
        ZoneId timeZone,
        QuietHours quietHours,
        List<ContactCap> caps,
        double controlShare,
        String controlSalt,
        String triggerSalt,
        RestTimes rests)
        implements Serializable {
    private static final long DAY_MILLIS = 86_400_000;

    /** For how long plays rest after an outcome, in milliseconds. */
    public record RestTimes(long annoyedMillis, long declinedMillis, long escalatedMillis) implements Serializable {}

    /** Copies the caps and checks the share. */
    public Policy {
        caps = List.copyOf(caps);
        if (!(controlShare >= 0 && controlShare <= 1)) {
            throw new IllegalArgumentException("share is not within 0..1: " + controlShare + " (legal: 0.05)");
        }
    }

    /** The policy of a workspace that declares none: careful, and without a control group. */
    public static Policy careful() {
        return new Policy(
                ZoneOffset.UTC,
                new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)),
                List.of(
                        new ContactCap(1, DAY_MILLIS, false),
                        new ContactCap(3, 7 * DAY_MILLIS, false),
                        new ContactCap(1, 30 * DAY_MILLIS, true)),
                0,
                "",
                "",
                new RestTimes(60 * DAY_MILLIS, 30 * DAY_MILLIS, 7 * DAY_MILLIS));
    }
}
