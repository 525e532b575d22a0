package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chats on the web site and in the app, with a bot in front of the care agents. */
final class Chats implements Channel {
    private static final double ORDINARY_WAIT_SECONDS = 70;

    private final Diary diary;
    private final Names names;
    private final Words words;
    private final Wording wording;
    private final String cookie;

    Chats(Diary diary, Names names, Words words, Wording wording, String cookie) {
        this.diary = diary;
        this.names = names;
        this.words = words;
        this.wording = wording;
        this.cookie = cookie;
    }

    @Override
    public Ending hold(Encounter encounter) {
        Chance chance = encounter.chance();
        String conversation = names.conversation();
        String topic = encounter.problem().topic();
        diary.record(
                "chat.started",
                encounter.start(),
                Payload.of("conversation", conversation)
                        .with("direction", "inbound")
                        .with("channel", chance.pick(List.of("web", "app")))
                        .with("topic", chance.happens(0.5) ? topic : null)
                        .with("cookie", cookie));
        Course course = new Course(encounter, conversation, encounter.start());
        if (chance.happens(0.08)) {
            course.company(wording.company("bot.hello", encounter.problem(), chance), "bot", 1, 2);
        }
        course.customer(wording.opening(encounter.problem(), encounter.emotion(), chance), 10, 50);
        int wait = (int) chance.exponential(ORDINARY_WAIT_SECONDS * encounter.load() * encounter.load());
        return wait < encounter.limitSeconds() ? answered(course, wait) : unanswered(course);
    }

    private Ending unanswered(Course course) {
        Encounter encounter = course.encounter;
        Instant end = course.now.plusSeconds(encounter.limitSeconds());
        Payload closed =
                course.closed(false, end).with("closedBy", encounter.chance().pick(List.of("customer", "timeout")));
        diary.record("chat.closed", end, closed);
        return course.ending(end, false, false, true, encounter.limitSeconds(), encounter.emotion());
    }

    private Ending answered(Course course, int wait) {
        Encounter encounter = course.encounter;
        Chance chance = encounter.chance();
        boolean solved = encounter.drawSolved();
        boolean noted = encounter.drawNotedResolved(solved);
        course.now = course.now.plusSeconds(wait + 1L);
        if (chance.happens(0.12)) {
            course.company(wording.company("agent.working", encounter.problem(), chance), "agent", 1, 20);
            course.customer(wording.answer(encounter.emotion(), chance), 8, 90);
        }
        course.company(wording.answer(encounter.problem(), solved, chance), "agent", 40, 420);
        Emotion last = parting(encounter.emotion(), solved, chance);
        boolean says = chance.happens(0.55);
        if (says) {
            course.customer(wording.farewell(last, chance), 8, 90);
        }
        Instant end = course.now.plus(chance.between(Duration.ofSeconds(5), Duration.ofSeconds(200)));
        Payload closed = course.closed(noted, end)
                .with("agent", Names.agent(chance))
                .with("closedBy", chance.pick(List.of("customer", "agent", "timeout")))
                .with("waitSeconds", wait)
                .with("score", chance.happens(0.2) ? score(last, chance) : null);
        diary.record("chat.closed", end, closed);
        return course.ending(end, solved, noted, false, wait, says ? last : encounter.emotion());
    }

    private static Emotion parting(Emotion before, boolean solved, Chance chance) {
        if (solved) {
            return chance.happens(0.75) ? Emotion.SATISFIED : Emotion.CALM;
        }
        return switch (before) {
            case CALM, SATISFIED, CONFUSED -> chance.pick(List.of(Emotion.CONFUSED, Emotion.FRUSTRATED));
            case WORRIED -> chance.pick(List.of(Emotion.WORRIED, Emotion.FRUSTRATED));
            case FRUSTRATED -> chance.pick(List.of(Emotion.FRUSTRATED, Emotion.ANGRY));
            case ANGRY -> Emotion.ANGRY;
        };
    }

    private static int score(Emotion last, Chance chance) {
        return switch (last) {
            case SATISFIED -> chance.whole(4, 5);
            case CALM -> chance.whole(3, 5);
            case CONFUSED, WORRIED -> chance.whole(2, 3);
            case FRUSTRATED, ANGRY -> chance.whole(1, 2);
        };
    }

    /** A chat under way. */
    private final class Course {
        private final Encounter encounter;
        private final String conversation;
        private Instant now;

        Course(Encounter encounter, String conversation, Instant start) {
            this.encounter = encounter;
            this.conversation = conversation;
            this.now = start;
        }

        void customer(Utterance said, int fromSeconds, int toSeconds) {
            now = now.plusSeconds(encounter.chance().whole(fromSeconds, toSeconds));
            words.customer("chat.message", conversation, encounter.problem().topic(), now, said, new Payload());
        }

        void company(Utterance said, String speaker, int fromSeconds, int toSeconds) {
            now = now.plusSeconds(encounter.chance().whole(fromSeconds, toSeconds));
            words.company(
                    "chat.message", conversation, speaker, encounter.problem().topic(), now, said);
        }

        Payload closed(boolean resolved, Instant end) {
            return Payload.of("conversation", conversation)
                    .with("resolved", resolved)
                    .with("topic", encounter.drawNotedTopic())
                    .with(
                            "durationSeconds",
                            Duration.between(encounter.start(), end).toSeconds());
        }

        Ending ending(
                Instant end, boolean solved, boolean noted, boolean abandoned, int wait, @Nullable Emotion shown) {
            List<String> conversations = List.of(conversation);
            return new Ending("chat.started", conversations, end, solved, noted, abandoned, false, wait, shown);
        }
    }
}
