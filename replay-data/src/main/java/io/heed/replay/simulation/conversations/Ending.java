package io.heed.replay.simulation.conversations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a contact ended.
 *
 * @param type the event type that opened it
 * @param conversations the conversations that make it up, redials included
 * @param end when the last of them ended; null for a post that nobody answered
 * @param solved whether the problem is gone
 * @param notedResolved whether it was noted as resolved
 * @param abandoned whether the customer gave up waiting
 * @param callbackPromised whether a call-back was promised
 * @param waitSeconds the wait for a person
 * @param shown the emotion that the customer's words showed last, null where no words were recorded
 */
record Ending(
        String type,
        List<String> conversations,
        @Nullable Instant end,
        boolean solved,
        boolean notedResolved,
        boolean abandoned,
        boolean callbackPromised,
        int waitSeconds,
        @Nullable Emotion shown) {
    Ending {
        conversations = List.copyOf(conversations);
        if (conversations.isEmpty()) {
            throw new IllegalArgumentException("conversations are empty");
        }
    }

    String firstConversation() {
        return conversations.get(0);
    }
}
