package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.customers.Customer;
import io.heed.replay.simulation.customers.Traits;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Daylight;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether, when and how a customer turns to the company. After each contact the true probability of another within 24
 * hours alone decides whether there is one: wishes of other causes wait until the day is over.
 */
public final class Contacts {
    private static final Duration HORIZON = Duration.ofHours(24);
    private static final Duration SOONEST_REPEAT = Duration.ofMinutes(35);
    private static final Duration LATEST_REPEAT = HORIZON.minusMinutes(30);
    private static final Duration MEAN_REPEAT = Duration.ofHours(5);
    private static final double TREATED = 0.4;
    private static final int MOST_DELAYS = 2;

    private final Diary diary;
    private final History history;
    private final Prospects prospects = new Prospects();
    private final Wording wording;
    private final Words words;
    private final Calls calls;
    private final Chats chats;
    private final Posts posts;
    private Instant freeFrom = Instant.MIN;

    /** The contacts of the customer of a diary. */
    public Contacts(Diary diary) {
        this.diary = diary;
        this.history = new History(diary);
        Customer customer = diary.customer();
        Identity identity = Identity.draw(diary.chance("identity"));
        Names names = new Names(customer.id());
        this.words = new Words(diary);
        this.wording = new Wording(customer.language(), customer.traits().tidiness(), identity);
        this.calls = new Calls(diary, names, words, wording, identity.phone());
        this.chats =
                new Chats(diary, names, words, wording, "ck-" + customer.id().substring(1));
        this.posts = new Posts(names, words, wording);
    }

    /** What the customer has lived through of late. */
    public History history() {
        return history;
    }

    /**
     * Lets the customer think about turning to the company.
     *
     * @param problem what about
     * @param from not before this time
     * @param mean how long it takes on average until the customer does
     * @param probability that somebody of ordinary readiness does
     */
    public void consider(Problem problem, Instant from, Duration mean, double probability) {
        consider(problem, from, mean, probability, draws -> diary.awake(from.plus(draws.exponential(mean)), draws));
    }

    /**
     * The same from a time that was itself drawn.
     *
     * @param law draws a time for the contact as nobody knew it before
     */
    public void consider(
            Problem problem, Instant from, Duration mean, double probability, Function<Chance, Instant> law) {
        Chance chance = diary.chance("consider-" + problem.id(), from);
        double readiness = probability * diary.customer().traits().contactRate();
        PossibleContact possible = prospects.add(problem, readiness, law);
        if (chance.happens(readiness)) {
            Instant time = diary.awake(from.plus(chance.exponential(mean)), chance);
            diary.at(time, () -> {
                possible.end();
                wish(problem, from, time, 0);
            });
        }
    }

    /**
     * The true probability that a contact begins after one time and until another, by all that has happened until the
     * first, hidden or not.
     *
     * @param unforeseen how many contacts are to be expected of what has not begun yet
     */
    public double probabilityWithin(Instant after, Instant until, double unforeseen) {
        Chance draws = diary.chance("probability-within", after);
        return 1 - prospects.noneWithin(after, until, draws) * StrictMath.exp(-unforeseen);
    }

    /** The customer answers a message of the company by SMS; questions get an answer. */
    public void replyBySms(String toEvent, Instant time, Emotion emotion) {
        Chance chance = diary.chance("sms", time);
        String conversation = diary.customer().id() + "-S" + time.getEpochSecond();
        Payload more = Payload.of("inReplyTo", toEvent);
        words.customer("sms.received", conversation, "other", time, wording.reply(emotion, chance), more);
        if (emotion == Emotion.CONFUSED) {
            Instant answered = time.plus(chance.between(Duration.ofMinutes(1), Duration.ofMinutes(50)));
            diary.at(
                    answered,
                    () -> words.company(
                            "sms.replied",
                            conversation,
                            "agent",
                            "other",
                            answered,
                            wording.company("agent.sms", chance)));
        }
    }

    private void wish(Problem problem, Instant since, Instant now, int delays) {
        boolean averted = treatedBetween(problem, problem.from(), now) && careKeeps(problem, since);
        if (!problem.isOpen() || averted || delays > MOST_DELAYS) {
            return;
        }
        if (now.isBefore(freeFrom)) {
            delay(problem, since, now, delays);
            return;
        }
        begin(problem, now, null);
    }

    private void delay(Problem problem, Instant since, Instant now, int delays) {
        Chance chance = diary.chance("delay", now);
        Instant free = freeFrom.equals(Instant.MAX) ? now.plus(HORIZON) : freeFrom;
        Instant later = diary.awake(free.plus(chance.between(Duration.ofHours(1), HORIZON)), chance);
        PossibleContact possible = prospects.add(
                problem, 1, draws -> diary.awake(free.plus(draws.between(Duration.ofHours(1), HORIZON)), draws));
        diary.at(later, () -> {
            possible.end();
            wish(problem, since, later, delays + 1);
        });
    }

    /** Whether care that has reached the customer keeps them from a contact decided on at a time. */
    private boolean careKeeps(Problem problem, Instant since) {
        return !diary.chance("care-keeps-" + problem.id(), since).happens(TREATED);
    }

    private boolean treatedBetween(Problem problem, Instant from, Instant to) {
        return diary.treatments().stream()
                .filter(treatment -> treatment.cause().equals(problem.cause().word()))
                .anyMatch(treatment ->
                        !treatment.time().isBefore(from) && treatment.time().isBefore(to));
    }

    private void begin(Problem problem, Instant start, @Nullable Ending before) {
        Chance chance = diary.chance("contact", start);
        Traits traits = diary.customer().traits();
        double load = diary.company().supportLoad(start);
        double solvedShare = problem.cause().solvedShare() - 0.16 * (load - 1);
        int limitSeconds = (int) (50 + 420 * traits.patience() + chance.exponential(90));
        Emotion emotion = history.feeling(problem, chance);
        Encounter encounter = new Encounter(problem, start, emotion, limitSeconds, load, solvedShare, chance);
        int contactsLastWeek = history.contactsInWeekBefore(start);
        Ending ending = channel(before, chance).hold(encounter);
        history.addContact(start);
        problem.addContact(ending.type(), ending.firstConversation(), start);
        freeFrom = Instant.MAX;
        Instant end = ending.end();
        if (end == null) {
            unanswered(problem, start, ending);
        } else {
            diary.at(end, () -> ended(encounter, ending, end, contactsLastWeek));
        }
    }

    private Channel channel(@Nullable Ending before, Chance chance) {
        Traits traits = diary.customer().traits();
        double again = 0.6;
        double call = traits.callTaste() * (isOf(before, "call.started") ? again : 1) + (before == null ? 0 : 0.25);
        double chat = traits.chatTaste() * (isOf(before, "chat.started") ? again : 1);
        double post = traits.postTaste() * (isOf(before, "social.posted") ? again : 1);
        return switch (chance.weighted(call, chat, post)) {
            case 0 -> calls;
            case 1 -> chats;
            default -> posts;
        };
    }

    private static boolean isOf(@Nullable Ending ending, String type) {
        return ending != null && ending.type().equals(type);
    }

    /** Somebody whose post stays unanswered may call; no contact has ended, so no probability is recorded. */
    private void unanswered(Problem problem, Instant start, Ending ending) {
        Chance chance = diary.chance("unanswered", start);
        PossibleContact possible = prospects.add(null, 0.4, draws -> awakeWithinHorizon(start, draws));
        if (chance.happens(0.4)) {
            Instant time = awakeWithinHorizon(start, chance);
            diary.at(time, () -> {
                possible.end();
                begin(problem, time, ending);
            });
        } else {
            freeFrom = start.plus(HORIZON).plusSeconds(3600);
        }
    }

    private void ended(Encounter encounter, Ending ending, Instant end, int contactsLastWeek) {
        Problem problem = encounter.problem();
        Chance chance = diary.chance("after", end);
        RepeatChance repeat = new RepeatChance(
                ending.notedResolved(),
                ending.solved(),
                ending.abandoned(),
                ending.waitSeconds(),
                contactsLastWeek,
                encounter.emotion(),
                ending.shown(),
                history.outageOpen(end),
                history.spikedBefore(end),
                history.droppedCallsInWeekBefore(end),
                diary.customer().traits().patience(),
                treatedBetween(problem, problem.from(), end));
        Problem unsolved = ending.solved() ? null : unsolved(problem, ending, end, encounter.load());
        if (ending.solved()) {
            problem.solve(end);
        }
        history.addEnding(ending.solved());
        boolean repeats = chance.happens(repeat.probability());
        Payload truth = truth(ending, end, repeat.probability());
        PossibleContact possible = prospects.add(null, repeat.probability(), draws -> awakeWithinHorizon(end, draws));
        if (repeats) {
            Instant next = awakeWithinHorizon(end, chance);
            diary.at(next, () -> {
                possible.end();
                repeat(unsolved == null ? problem : unsolved, problem, ending, end, next, truth);
            });
        } else {
            diary.truth(truth.with("repeated", false));
            freeFrom = end.plus(HORIZON).plusSeconds(3600);
            afterwards(encounter, ending, end, chance);
        }
    }

    private Payload truth(Ending ending, Instant end, double probability) {
        return Payload.of("kind", "contact-end")
                .with("customer", diary.customer().id())
                .with("conversation", ending.firstConversation())
                .with("conversations", ending.conversations())
                .with("time", end)
                .with("probability", Math.rint(probability * 1e6) / 1e6)
                .with("complete", end.plus(HORIZON).isBefore(diary.company().end()));
    }

    /** A second contact, unless care came first; {@code treatable} is what that care would have had to name. */
    private void repeat(Problem treatable, Problem problem, Ending before, Instant since, Instant now, Payload truth) {
        boolean treated = treatedBetween(treatable, since, now) || treatedBetween(problem, since, now);
        if (treated && careKeeps(treatable, since)) {
            diary.truth(truth.with("repeated", false).with("averted", true));
            freeFrom = now;
            return;
        }
        diary.truth(truth.with("repeated", true).with("repeatedAt", now));
        begin(problem, now, before);
    }

    private Problem unsolved(Problem problem, Ending ending, Instant end, double load) {
        Problem unsolved = diary.open(Cause.UNSOLVED_CONTACT, problem.topic(), end)
                .fact("conversation", ending.firstConversation())
                .fact("opening", ending.type())
                .fact("notedResolved", ending.notedResolved())
                .fact("abandoned", ending.abandoned())
                .fact("because", problem.cause().word())
                .fact("supportLoad", Math.rint(load * 100) / 100);
        problem.leadsTo(unsolved);
        return unsolved;
    }

    /** The day passes in silence: a promised call-back may come, and an unsolved problem may come up again later. */
    private void afterwards(Encounter encounter, Ending ending, Instant end, Chance chance) {
        Problem problem = encounter.problem();
        if (ending.solved()) {
            return;
        }
        if (ending.callbackPromised() && chance.happens(0.55)) {
            Instant time = diary.awake(end.plus(chance.between(Duration.ofHours(1), Duration.ofHours(8))), chance);
            Encounter callback = new Encounter(
                    problem, time, encounter.emotion(), encounter.limitSeconds(), encounter.load(), 0.75, chance);
            diary.at(time, () -> calls.callBack(callback));
        }
        consider(problem, end.plus(HORIZON).plusSeconds(3600), Duration.ofDays(3), 0.3);
        diary.passes(problem, end.plus(Duration.ofDays(21)));
    }

    private Instant awakeWithinHorizon(Instant end, Chance chance) {
        for (int attempt = 0; attempt < 20; attempt++) {
            Duration after = SOONEST_REPEAT.plus(chance.exponential(MEAN_REPEAT));
            Instant time = diary.awake(end.plus(after), chance);
            if (time.isBefore(end.plus(LATEST_REPEAT))) {
                return time;
            }
        }
        Instant time = end.plus(SOONEST_REPEAT);
        while (!Daylight.isAwake(time, diary.customer().area().zone())) {
            time = time.plusSeconds(600);
        }
        return time;
    }
}
