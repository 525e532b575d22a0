package io.heed.triggers.cases;

import io.heed.triggers.profile.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trouble of the customer at hand that is being dealt with, or waits for the end of the quiet hours.
 *
 * @param triggerId the id of its trigger: that of the ground it was opened on
 * @param control whether the customer belongs to the control group, so that nothing is sent
 * @param revision how often its trigger was updated
 * @param raisedMillis when its trigger was raised, 0 while it waits
 * @param releaseMillis when it stops waiting, 0 when it does not wait
 * @param reaches whether what it proposes may reach the customer; an update never makes it so
 * @param offers whether what it proposes may be an offer; an update never makes it so
 * @param grounds why it is open, by rank
 */
public record OpenCase(
        String cause,
        String customer,
        String triggerId,
        boolean control,
        int revision,
        long raisedMillis,
        long releaseMillis,
        boolean reaches,
        boolean offers,
        List<Ground> grounds) {
    private static final int MOST_GROUNDS = 8;

    /** Sorts the grounds and keeps the best of too many. */
    public OpenCase {
        grounds = grounds.stream().sorted(Ground.RANK).limit(MOST_GROUNDS).toList();
    }

    /** A case that is opened on some grounds, of which the best decides what it may do. */
    public static OpenCase on(List<Ground> grounds, String customer, boolean control) {
        Ground lead = grounds.stream().min(Ground.RANK).orElseThrow();
        return new OpenCase(
                lead.cause(),
                customer,
                lead.triggerId(),
                control,
                0,
                0,
                0,
                lead.proposal().reachesCustomer(),
                lead.proposal().purpose() == Purpose.OFFER,
                grounds);
    }

    /** Whether its trigger was raised, or would have been but for the control group. */
    public boolean isRaised() {
        return raisedMillis != 0;
    }

    /** The best ground that asks for no more than the case was opened for, or null where none is left. */
    public @Nullable Ground lead() {
        for (Ground ground : grounds) {
            boolean reachesToo = !ground.proposal().reachesCustomer() || reaches;
            boolean offersToo = ground.proposal().purpose() != Purpose.OFFER || offers;
            if (reachesToo && offersToo) {
                return ground;
            }
        }
        return null;
    }

    /** When the first of its grounds expires. */
    public long nextExpiryMillis() {
        return grounds.stream().mapToLong(Ground::expiresMillis).min().orElse(Long.MAX_VALUE);
    }

    /** The plays beside that of the leading ground, by name. */
    public List<String> otherPlays() {
        Ground lead = lead();
        return grounds.stream()
                .map(Ground::play)
                .filter(play -> lead == null || !play.equals(lead.play()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The case with a ground more, which takes the place of one that it repeats. */
    public OpenCase joinedBy(Ground ground) {
        List<Ground> all = new ArrayList<>(grounds);
        all.removeIf(ground::repeats);
        all.add(ground);
        return withGrounds(all);
    }

    /** The case on other grounds. */
    public OpenCase withGrounds(List<Ground> others) {
        return new OpenCase(
                cause, customer, triggerId, control, revision, raisedMillis, releaseMillis, reaches, offers, others);
    }

    /** The case with its trigger raised. */
    public OpenCase raisedAt(long millis) {
        return new OpenCase(cause, customer, triggerId, control, revision, millis, 0, reaches, offers, grounds);
    }

    /** The case waiting for a time. */
    public OpenCase waitingFor(long millis) {
        return new OpenCase(cause, customer, triggerId, control, revision, 0, millis, reaches, offers, grounds);
    }

    /** The case with its trigger updated once more. */
    public OpenCase revised() {
        return new OpenCase(
                cause,
                customer,
                triggerId,
                control,
                revision + 1,
                raisedMillis,
                releaseMillis,
                reaches,
                offers,
                grounds);
    }
}
