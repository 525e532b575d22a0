package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.company.Outage;
import io.heed.replay.simulation.customers.Traits;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a customer has lived through of late, and how that makes the customer feel. */
public final class History {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration SPIKE_LASTS = Duration.ofDays(14);

    private final Diary diary;
    private final List<Outage> outages;
    private final List<Instant> contacts = new ArrayList<>();
    private final List<Instant> droppedCalls = new ArrayList<>();
    private Instant lastSpike = Instant.MIN;
    private double resentment;

    History(Diary diary) {
        this.diary = diary;
        this.outages = diary.company().outagesIn(diary.customer().area());
    }

    /** Notes a call that the network dropped. */
    public void addDroppedCall(Instant time) {
        droppedCalls.add(time);
    }

    /** Notes that the customer saw a bill spike. */
    public void addSpike(Instant time) {
        lastSpike = time;
    }

    /** How much went wrong with the company of late: 0 for nothing, 1 for a lot. */
    public double resentment() {
        return Math.min(1, resentment);
    }

    void addContact(Instant start) {
        contacts.add(start);
    }

    void addEnding(boolean solved) {
        resentment = solved ? resentment * 0.6 : resentment + 0.2;
    }

    int contactsInWeekBefore(Instant time) {
        return countSince(contacts, time);
    }

    /** Whether a contact began after one time and until another. */
    public boolean contactBetween(Instant after, Instant until) {
        return contacts.stream().anyMatch(start -> start.isAfter(after) && !start.isAfter(until));
    }

    int droppedCallsInWeekBefore(Instant time) {
        return countSince(droppedCalls, time);
    }

    boolean spikedBefore(Instant time) {
        return lastSpike.isBefore(time) && lastSpike.isAfter(time.minus(SPIKE_LASTS));
    }

    boolean outageOpen(Instant time) {
        return outages.stream().anyMatch(outage -> outage.isOpenAt(time) && concerns(outage));
    }

    /** Whether the customer has a line that an outage can hit. */
    public boolean concerns(Outage outage) {
        return outage.service().equals("mobile")
                ? diary.customer().hasMobile()
                : diary.customer().hasBroadband();
    }

    /** How the customer feels when a contact about a problem begins. */
    Emotion feeling(Problem problem, Chance chance) {
        Traits traits = diary.customer().traits();
        double distress = 0.08
                + 0.2 * Math.min(3, problem.contactCount())
                + 0.28 * problem.severity()
                + 0.2 * traits.temper()
                + 0.2 * resentment()
                + chance.normal(0, 0.1);
        if (distress < 0.3) {
            return Emotion.CALM;
        }
        if (distress < 0.48) {
            return chance.pick(List.of(Emotion.CALM, Emotion.CONFUSED, Emotion.CONFUSED, Emotion.WORRIED));
        }
        return distress < 0.68 ? Emotion.FRUSTRATED : Emotion.ANGRY;
    }

    private static int countSince(List<Instant> times, Instant end) {
        Instant from = end.minus(WEEK);
        return (int) times.stream()
                .filter(time -> !time.isBefore(from) && time.isBefore(end))
                .count();
    }
}
