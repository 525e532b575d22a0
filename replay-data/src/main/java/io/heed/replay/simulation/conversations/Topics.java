package io.heed.replay.simulation.conversations;

import java.util.List;

/** What contacts are about, as the event types name it. */
public final class Topics {
    /** All topics. */
    public static final List<String> ALL = List.of(
            "billing", "payment", "roaming", "add-on", "network", "online", "plan", "device", "account", "other");

    /** Topics of questions that anybody may have. */
    public static final List<String> QUESTIONS = List.of("billing", "plan", "device", "device", "account", "other");

    private Topics() {}

    /** The queue of the call centre that takes a topic. */
    static String queue(String topic) {
        return switch (topic) {
            case "billing", "payment", "roaming", "add-on" -> "billing";
            case "network", "online", "device" -> "technical";
            case "plan" -> "sales";
            default -> "general";
        };
    }
}
