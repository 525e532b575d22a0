package io.heed.jobs.commands.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.language.LanguageUnderstanding;
import io.heed.language.Understanding;
import io.heed.language.emotion.Emotion;
import io.heed.language.emotion.EmotionalState;
import io.heed.language.reason.ContactReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, or of a line that held none.
 *
 * @param understanding null where the line held no message
 */
record UnderstoodMessage(ReadMessage read, @Nullable Understanding understanding) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static UnderstoodMessage of(ReadMessage read, LanguageUnderstanding language) {
        return new UnderstoodMessage(read, read.message() == null ? null : language.understand(read.message()));
    }

    /**
     * The line of the output.
     *
     * @param distressThreshold from which distress on a customer counts as distressed; null without a model
     */
    String json(@Nullable Double distressThreshold) {
        ObjectNode line = JSON.createObjectNode().put("id", read.id());
        if (understanding == null) {
            line.put("error", String.join("; ", read.problems()));
        } else {
            describe(understanding, distressThreshold, line);
        }
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("text and numbers cannot be written as JSON", impossible);
        }
    }

    private static void describe(Understanding known, @Nullable Double distressThreshold, ObjectNode line) {
        line.put("text", known.redactedText());
        writeStates(known.emotion(), line);
        line.put("state", known.emotionalState());
        line.put("distress", known.emotion().map(Emotion::distress).orElse(null));
        line.put("distressThreshold", distressThreshold);
        writeTopic(known.reason(), line);
        line.put("language", known.language()).put("withheld", known.withheld());
    }

    private static void writeStates(Optional<Emotion> emotion, ObjectNode line) {
        if (emotion.isEmpty()) {
            line.putNull("states");
            return;
        }
        ObjectNode states = line.putObject("states");
        for (EmotionalState state : EmotionalState.values()) {
            states.put(state.label(), emotion.get().probability(state));
        }
    }

    private static void writeTopic(Optional<ContactReason> reason, ObjectNode line) {
        if (reason.isEmpty()) {
            line.putNull("topic");
            return;
        }
        line.putObject("topic")
                .put("name", reason.get().name())
                .put("confidence", reason.get().confidence());
    }
}
