package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls to the call centre: the menu, the queue, hanging up and dialling again, the talk and its wrap-up codes. */
final class Calls implements Channel {
    private static final double TRANSCRIBED = 0.2;
    private static final double REDIALS = 0.65;
    private static final int MOST_DIALS = 3;
    private static final double ORDINARY_WAIT_SECONDS = 85;

    private final Diary diary;
    private final Names names;
    private final Words words;
    private final Wording wording;
    private final String phone;

    Calls(Diary diary, Names names, Words words, Wording wording, String phone) {
        this.diary = diary;
        this.names = names;
        this.words = words;
        this.wording = wording;
        this.phone = phone;
    }

    @Override
    public Ending hold(Encounter encounter) {
        Chance chance = encounter.chance();
        List<String> dialled = new ArrayList<>();
        Instant start = encounter.start();
        while (true) {
            String conversation = names.conversation();
            dialled.add(conversation);
            Instant queued = dial(encounter, conversation, start);
            int wait = (int) chance.exponential(ORDINARY_WAIT_SECONDS * encounter.load() * encounter.load());
            if (wait < encounter.limitSeconds()) {
                return talk(encounter, dialled, queued, wait);
            }
            int waited = (int) Math.min(wait, encounter.limitSeconds() * chance.between(0.8, 1));
            Instant hungUp = hangUp(encounter, conversation, queued, waited);
            if (dialled.size() == MOST_DIALS || !chance.happens(REDIALS)) {
                return abandoned(dialled, hungUp, waited);
            }
            start = hungUp.plus(chance.between(Duration.ofMinutes(1), Duration.ofMinutes(14)));
        }
    }

    /** One of our own calls to the customer, which is no contact. */
    void callBack(Encounter encounter) {
        String conversation = names.conversation();
        Instant start = encounter.start();
        diary.record("call.started", start, started(conversation, "outbound", null));
        Instant end = start.plus(encounter.chance().between(Duration.ofMinutes(2), Duration.ofMinutes(9)));
        boolean solved = encounter.drawSolved();
        diary.record(
                "call.ended",
                end,
                Payload.of("conversation", conversation)
                        .with("resolved", solved)
                        .with("resolution", solved ? "solved" : "ticket-opened")
                        .with("topic", encounter.problem().topic())
                        .with("agent", Names.agent(encounter.chance())));
        if (solved) {
            encounter.problem().solve(end);
        }
    }

    private Payload started(String conversation, String direction, @Nullable String queue) {
        return Payload.of("conversation", conversation)
                .with("direction", direction)
                .with("phone", phone)
                .with("queue", queue);
    }

    private Instant dial(Encounter encounter, String conversation, Instant start) {
        Chance chance = encounter.chance();
        String queue = Topics.queue(encounter.problem().topic());
        boolean dialledDirectly = chance.happens(0.3);
        diary.record("call.started", start, started(conversation, "inbound", dialledDirectly ? queue : null));
        Instant chosen = start.plusSeconds(chance.whole(8, 25));
        boolean says = chance.happens(0.7);
        String topic = chance.happens(0.9) ? encounter.problem().topic() : chance.pick(Topics.ALL);
        diary.record(
                "ivr.navigated",
                chosen,
                Payload.of("conversation", conversation)
                        .with("menu", says ? "main/" + topic : "main/agent")
                        .with("topic", says ? topic : null));
        return chosen;
    }

    private Instant hangUp(Encounter encounter, String conversation, Instant queued, int waited) {
        Instant hungUp = queued.plusSeconds(waited);
        diary.record(
                "call.abandoned",
                hungUp,
                Payload.of("conversation", conversation)
                        .with("waitSeconds", waited)
                        .with("queue", Topics.queue(encounter.problem().topic())));
        return hungUp;
    }

    private static Ending abandoned(List<String> dialled, Instant end, int waited) {
        return new Ending("call.started", dialled, end, false, false, true, false, waited, null);
    }

    private Ending talk(Encounter encounter, List<String> dialled, Instant queued, int wait) {
        Chance chance = encounter.chance();
        String conversation = dialled.get(dialled.size() - 1);
        String topic = encounter.problem().topic();
        String agent = Names.agent(chance);
        Instant connected = queued.plusSeconds(wait + 1L);
        int talk = chance.whole(70, 560);
        int hold = chance.happens(0.35) ? chance.whole(20, 300) : 0;
        Instant end = connected.plusSeconds(talk + hold);
        boolean solved = encounter.drawSolved();
        boolean noted = encounter.drawNotedResolved(solved);
        boolean callback = !noted && chance.happens(0.25);
        diary.record(
                "call.connected",
                connected,
                Payload.of("conversation", conversation)
                        .with("agent", agent)
                        .with("topic", chance.happens(0.35) ? topic : null)
                        .with("waitSeconds", wait));
        Emotion shown = chance.happens(TRANSCRIBED) ? transcribe(encounter, conversation, connected, solved) : null;
        diary.record(
                "call.ended",
                end,
                Payload.of("conversation", conversation)
                        .with("resolved", noted)
                        .with("resolution", resolution(noted, callback, chance))
                        .with("topic", encounter.drawNotedTopic())
                        .with("agent", agent)
                        .with("waitSeconds", wait)
                        .with("holdSeconds", hold)
                        .with("talkSeconds", talk)
                        .with("transfers", chance.weighted(0.8, 0.17, 0.03)));
        return new Ending("call.started", dialled, end, solved, noted, false, callback, wait, shown);
    }

    private static String resolution(boolean noted, boolean callback, Chance chance) {
        if (callback) {
            return "callback-promised";
        }
        return chance.pick(noted ? List.of("solved", "explained", "credited") : List.of("ticket-opened", "not-solved"));
    }

    private Emotion transcribe(Encounter encounter, String conversation, Instant connected, boolean solved) {
        Chance chance = encounter.chance();
        String topic = encounter.problem().topic();
        Emotion emotion = encounter.emotion();
        Utterance opening = wording.opening(encounter.problem(), emotion, chance);
        words.customer("call.transcript", conversation, topic, connected.plusSeconds(9), opening, new Payload());
        if (chance.happens(0.4)) {
            Utterance said = wording.answer(encounter.problem(), solved, chance);
            words.company("call.transcript", conversation, "agent", topic, connected.plusSeconds(48), said);
        }
        return emotion;
    }
}
