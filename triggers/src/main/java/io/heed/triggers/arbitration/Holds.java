package io.heed.triggers.arbitration;

import io.heed.events.yaml.Durations;
import io.heed.triggers.cases.Ground;
import io.heed.triggers.contract.Proposal;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.profile.ContactCap;
import io.heed.triggers.profile.CustomerProfile;
import io.heed.triggers.profile.MessageHistory;
import io.heed.triggers.profile.Purpose;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What holds a play back for the customer at hand. Stop reasons, profiling and rests bind every play; consent, channels
 * and contact caps only those that reach the customer; the caps on offers every offer.
 */
public final class Holds {
    private final Rests rests;
    private final MessageHistory messages;

    /** Holds that look at what rests and what was sent. */
    public Holds(Rests rests, MessageHistory messages) {
        this.rests = rests;
        this.messages = messages;
    }

    /** What keeps a ground from opening a case, or null. */
    public @Nullable Hold ofOpening(Ground ground, CustomerProfile profile, long nowMillis) {
        long restsUntil = rests.playUntilMillis(ground.play());
        if (restsUntil > nowMillis) {
            return new Hold(Reason.COOL_DOWN, "the play rests until " + Instant.ofEpochMilli(restsUntil));
        }
        return ofRaising(ground, profile, nowMillis);
    }

    /** What keeps a case that has waited from being raised on a ground, or null. */
    public @Nullable Hold ofRaising(Ground ground, CustomerProfile profile, long nowMillis) {
        Hold standing = ofStanding(ground, profile);
        if (standing != null) {
            return standing;
        }
        Proposal proposal = ground.proposal();
        Hold rest = rest(ground, nowMillis);
        if (rest != null) {
            return rest;
        }
        ContactCap cap = messages.brokenBy(proposal.purpose() == Purpose.OFFER, proposal.reachesCustomer(), nowMillis);
        if (cap == null) {
            return null;
        }
        return new Hold(
                cap.offersOnly() ? Reason.OFFER_CAP : Reason.CONTACT_CAP,
                cap.messages() + " within " + Durations.format(cap.withinMillis()));
    }

    /** What ends a ground that stands already, or null. */
    public @Nullable Hold ofStanding(Ground ground, CustomerProfile profile) {
        Proposal proposal = ground.proposal();
        if (!profile.stopReason().isEmpty()) {
            return new Hold(Reason.STOP_REASON, profile.stopReason());
        }
        if (ground.profiled() && !profile.allowsProfiling()) {
            return new Hold(Reason.PROFILING, "no consent to profiling");
        }
        if (!proposal.reachesCustomer()) {
            return null;
        }
        if (!profile.allows(proposal.purpose())) {
            return new Hold(
                    Reason.CONSENT, "no consent to " + proposal.purpose().name().toLowerCase(Locale.ROOT));
        }
        return profile.firstChannel(proposal.channels()).isEmpty()
                ? new Hold(Reason.CHANNEL, "none of " + String.join(", ", proposal.channels()))
                : null;
    }

    private @Nullable Hold rest(Ground ground, long nowMillis) {
        if (ground.proposal().purpose() == Purpose.SERVICE) {
            return null;
        }
        long cause = rests.causeUntilMillis(ground.cause());
        if (cause > nowMillis) {
            return new Hold(Reason.COOL_DOWN, "the cause was declined until " + Instant.ofEpochMilli(cause));
        }
        long customer = ground.proposal().reachesCustomer() ? rests.customerUntilMillis() : 0;
        return customer > nowMillis
                ? new Hold(
                        Reason.COOL_DOWN,
                        "the customer was annoyed; left alone until " + Instant.ofEpochMilli(customer))
                : null;
    }
}
