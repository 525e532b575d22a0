package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.recording.Payload;
import java.time.Instant;

/** Records what is written and said: the event, and in the truth what lies behind it. */
final class Words {
    private final Diary diary;

    Words(Diary diary) {
        this.diary = diary;
    }

    void customer(String type, String conversation, String topic, Instant time, Utterance said, Payload more) {
        record(type, conversation, "customer", topic, time, said, more);
    }

    void company(String type, String conversation, String speaker, String topic, Instant time, Utterance said) {
        record(type, conversation, speaker, topic, time, said, new Payload());
    }

    void answer(String type, String conversation, String topic, Instant time, Utterance said, Payload more) {
        record(type, conversation, "agent", topic, time, said, more);
    }

    private void record(
            String type,
            String conversation,
            String speaker,
            String topic,
            Instant time,
            Utterance said,
            Payload more) {
        Payload data = Payload.of("conversation", conversation)
                .with("speaker", speaker)
                .with("text", said.text());
        more.fields().forEach(data::with);
        String event = diary.record(type, time, data);
        if (!time.isBefore(diary.company().end())) {
            return;
        }
        diary.truth(Payload.of("kind", "message")
                .with("event", event)
                .with("customer", diary.customer().id())
                .with("conversation", conversation)
                .with("time", time)
                .with("speaker", speaker)
                .with("language", diary.customer().language())
                .with("emotion", said.emotion() == null ? null : said.emotion().word())
                .with("reason", topic)
                .with("personal", said.personal().isEmpty() ? null : said.personal()));
    }
}
