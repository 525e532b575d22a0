package io.heed.jobs.commands;

import io.heed.events.catalogue.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A small company in a folder: chats that close unresolved, calls after them, and one play for care agents. */
final class SmallWorkspace {
    private static final String EVENT_TYPES = """
            event-types:
              chat.closed:
                description: A chat has ended.
                fields:
                  conversation: {type: text, required: true}
                  resolved: {type: flag, required: true}
              call.started:
                description: A customer calls.
                fields:
                  conversation: {type: text, required: true}
              call.ended:
                description: A call has ended.
                fields:
                  conversation: {type: text, required: true}
              outage.started:
                description: An area is cut off.
                subject: area
            contacts:
              service:
                opens: [call.started]
                closes: [call.ended, chat.closed]
                conversation: conversation
                merge-gap: 30m
            """;
    private static final String FEATURES = """
            features:
              chats_24h:
                description: Chats that were closed within a day.
                unit: chats
                events: [chat.closed]
                aggregate: count
                window: 24h
            """;
    private static final String PATTERNS = """
            patterns:
              unresolved-chat-then-call:
                version: 1
                description: A chat was closed unresolved and the customer calls within a day.
                within: 24h
                stages:
                  - chat: {event: chat.closed, where: "!chat.resolved"}
                  - call: {followed-by: call.started}
                evidence: [chats_24h]
            """;
    private static final String PLAYS = """
            policy:
              time-zone: UTC
              quiet-hours: {from: "21:00", until: "08:00"}
              control-group: {share: 0.0, salt: none}
              trigger-salt: small
            plays:
              brief-agent:
                version: 1
                description: Tells the care agent what the chat was about.
                cause: unsolved-problem
                signal: {pattern: unresolved-chat-then-call}
                action: brief-agent
                channels: [agent-desktop]
                reaches-customer: false
                purpose: service
                autonomy: inform
                value: {customer: 45, business: 20}
                probability: 0.7
                cool-down: 1h
                expires: 4h
                urgency: urgent
                reasons:
                  - code: unresolved-chat
                    sentence: Calling after a chat that closed unresolved.
            """;
    private static final String TARGETS = """
            targets:
              repeat-contact:
                description: Will the customer get in touch again within 24 hours?
                decision: contact.ended
                labels: [contact.started]
                horizon: 24h
                conversation: conversation
                features: [chats_24h]
            """;

    private final Path folder;

    SmallWorkspace(Path folder) throws IOException {
        this.folder = folder;
        write("events/definitions/chats.yaml", EVENT_TYPES);
        write("features/definitions/chats.yaml", FEATURES);
        write("patterns/definitions/chats.yaml", PATTERNS);
        write("triggers/definitions/chats.yaml", PLAYS);
        write("models/targets/contacts.yaml", TARGETS);
    }

    Path folder() {
        return folder;
    }

    Workspace local() {
        return Workspace.local(folder);
    }

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /**
     * A recording of so many customers who chat in vain and call an hour later, with a duplicate, a record that is no
     * JSON, one that names no customer and one about an area.
     */
    Path recording(int customers) throws IOException {
        Instant start = Instant.parse("2026-03-01T08:00:00Z");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            lines.add(line("chat-" + i, "chat.closed", customer(i), start.plusSeconds(i), "\"resolved\":false"));
        }
        lines.add(lines.get(0));
        lines.add("{\"cut\":");
        lines.add(line("nobody", "chat.closed", "", start.plusSeconds(1_000), "\"resolved\":false"));
        lines.add(line("area", "outage.started", "north", start.plusSeconds(1_001), "\"ignored\":1"));
        for (int i = 0; i < customers; i++) {
            Instant call = start.plusSeconds(3_600 + i);
            lines.add(line("call-" + i, "call.started", customer(i), call, "\"more\":1"));
            lines.add(line("end-" + i, "call.ended", customer(i), call.plusSeconds(300), "\"more\":1")
                    .replace("\"conversation\":\"end-", "\"conversation\":\"call-"));
        }
        Instant nextWeek = start.plusSeconds(7 * 86_400);
        lines.add(line("last", "chat.closed", customer(0), nextWeek, "\"resolved\":true"));
        Path file = folder.resolve("events.jsonl");
        Files.write(file, lines);
        return file;
    }

    private static String customer(int number) {
        return String.format("C%03d", number);
    }

    private static String line(String id, String type, String subject, Instant time, String field) {
        String of = subject.isEmpty() ? "" : "\"subject\":\"" + subject + "\",";
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"test\",\"type\":\"" + type + "\"," + of
                + "\"time\":\"" + time + "\",\"data\":{\"conversation\":\"" + id + "\"," + field + "}}";
    }
}
