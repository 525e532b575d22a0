package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Public posts, which are answered late or not at all. */
final class Posts implements Channel {
    private static final double ANSWERED = 0.72;
    private static final double SOLVES = 0.7;

    private final Names names;
    private final Words words;
    private final Wording wording;

    Posts(Names names, Words words, Wording wording) {
        this.names = names;
        this.words = words;
        this.wording = wording;
    }

    @Override
    public Ending hold(Encounter encounter) {
        Chance chance = encounter.chance();
        String conversation = names.conversation();
        String topic = encounter.problem().topic();
        Payload more = Payload.of("direction", "inbound")
                .with("network", chance.pick(List.of("microblog", "microblog", "photo", "forum")))
                .with("followers", (long) chance.exponential(260));
        Utterance post = wording.post(encounter.problem(), encounter.emotion(), chance);
        words.customer("social.posted", conversation, topic, encounter.start(), post, more);
        List<String> conversations = List.of(conversation);
        if (!chance.happens(ANSWERED / encounter.load())) {
            return new Ending("social.posted", conversations, null, false, false, true, false, 0, encounter.emotion());
        }
        Duration answerAfter = Duration.ofMinutes(6).plus(chance.exponential(Duration.ofHours(3)));
        Instant answered = encounter.start().plus(answerAfter);
        boolean solved = encounter.drawSolved() && chance.happens(SOLVES);
        boolean noted = encounter.drawNotedResolved(solved);
        Utterance answer = wording.company("agent.post", encounter.problem(), chance);
        words.answer("social.replied", conversation, topic, answered, answer, Payload.of("resolved", noted));
        int wait = (int) answerAfter.toSeconds();
        return new Ending(
                "social.posted", conversations, answered, solved, noted, false, false, wait, encounter.emotion());
    }
}
