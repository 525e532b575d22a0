package io.heed.replay.simulation.life;

import io.heed.replay.simulation.recording.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One episode of a hidden cause in a customer's life, and the contacts that it led to. */
public final class Problem {
    private final String id;
    private final String customer;
    private final Cause cause;
    private final String topic;
    private final double severity;
    private final Instant from;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<Payload> bills = new ArrayList<>();
    private final List<Payload> contacts = new ArrayList<>();
    private final List<Problem> aftermath = new ArrayList<>();
    private Consumer<Instant> whenSolved = time -> {};
    private @Nullable Instant until;
    private String ending = "open";

    Problem(String id, String customer, Cause cause, String topic, double severity, Instant from) {
        this.id = id;
        this.customer = customer;
        this.cause = cause;
        this.topic = topic;
        this.severity = severity;
        this.from = from;
    }

    /** Names it in the truth. */
    public String id() {
        return id;
    }

    /** What lies behind it. */
    public Cause cause() {
        return cause;
    }

    /** What contacts about it are about. */
    public String topic() {
        return topic;
    }

    /** How much it hurts, 0 to 1. */
    public double severity() {
        return severity;
    }

    /** When it began. */
    public Instant from() {
        return from;
    }

    /** Whether nothing has ended it. */
    public boolean isOpen() {
        return until == null;
    }

    /** How many contacts it led to. */
    public int contactCount() {
        return contacts.size();
    }

    /** A fact about it that the truth records. */
    public Problem fact(String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
        return this;
    }

    /** The fact of that name, or null. */
    public @Nullable Object fact(String name) {
        return facts.get(name);
    }

    /** What follows once a contact solves it. */
    public void whenSolved(Consumer<Instant> action) {
        whenSolved = action;
    }

    /** Notes a bill that it made higher: its number, by how much, the mean of the bills before, and its charges, USD. */
    public void addBill(String bill, double extra, double usual, double charges) {
        bills.add(Payload.of("bill", bill)
                .with("extra", extra)
                .with("usual", usual)
                .with("charges", charges));
        fact("extra", extra);
    }

    /** Another problem that came of this one, and ends with it. */
    public void leadsTo(Problem other) {
        aftermath.add(other);
    }

    /** Notes a contact that it led to. */
    public void addContact(String type, String conversation, Instant time) {
        contacts.add(Payload.of("type", type).with("conversation", conversation).with("time", time));
        aftermath.stream().filter(Problem::isOpen).forEach(other -> other.addContact(type, conversation, time));
    }

    /** Ends it by a contact that solved it. */
    public void solve(Instant time) {
        if (isOpen()) {
            end(time, "solved");
            whenSolved.accept(time);
        }
    }

    /** Ends it without a contact, unless it has ended. */
    public void end(Instant time, String how) {
        if (isOpen()) {
            until = time;
            ending = how;
            aftermath.forEach(other -> other.end(time, how));
        }
    }

    /** The episode as the truth records it. */
    Payload truth() {
        Payload known = new Payload();
        facts.forEach(known::with);
        return Payload.of("kind", "episode")
                .with("episode", id)
                .with("customer", customer)
                .with("cause", cause.word())
                .with("topic", topic)
                .with("from", from)
                .with("until", until)
                .with("ending", ending)
                .with("facts", known)
                .with("bills", bills.isEmpty() ? null : List.copyOf(bills))
                .with("contacts", List.copyOf(contacts));
    }
}
