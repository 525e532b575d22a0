package io.heed.replay.simulation.life;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.chance.Seed;
import io.heed.replay.simulation.company.Company;
import io.heed.replay.simulation.customers.Customer;
import io.heed.replay.simulation.recording.Payload;
import io.heed.replay.simulation.recording.SimulatedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The course of one customer's life during the recording: what is to happen, and what has left its trace. */
public final class Diary {
    private final Customer customer;
    private final Company company;
    private final Seed seed;
    private final List<Treatment> treatments;
    private final Agenda agenda = new Agenda();
    private final List<SimulatedEvent> events = new ArrayList<>();
    private final List<Payload> truth = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Instant departure = Instant.MAX;
    private long sequence;

    /** An empty diary; {@code treatments} are those of this customer. */
    public Diary(Customer customer, Company company, Seed seed, List<Treatment> treatments) {
        this.customer = customer;
        this.company = company;
        this.seed = seed;
        this.treatments = List.copyOf(treatments);
    }

    /** Whose it is. */
    public Customer customer() {
        return customer;
    }

    /** The company that the customer is with. */
    public Company company() {
        return company;
    }

    /** The care that reaches this customer. */
    public List<Treatment> treatments() {
        return treatments;
    }

    /** The draws of one purpose. */
    public Chance chance(String purpose) {
        return seed.of(purpose).chance();
    }

    /** The draws of one purpose at one time, so that what happens before does not shift them. */
    public Chance chance(String purpose, Instant time) {
        return seed.of(purpose).of(time.getEpochSecond()).chance();
    }

    /** A time by day, not before the one given. */
    public Instant awake(Instant time, Chance chance) {
        return Daylight.awake(time, customer.area().zone(), chance);
    }

    /** Notes what is to happen. */
    public void at(Instant time, Runnable action) {
        agenda.at(time, action);
    }

    /** Lets something happen at random times, this often on average. */
    public void repeatedly(Chance chance, Duration mean, Consumer<Instant> action) {
        repeatedly(company.start().plus(chance.exponential(mean)), chance, mean, action);
    }

    private void repeatedly(Instant time, Chance chance, Duration mean, Consumer<Instant> action) {
        at(time, () -> {
            action.accept(time);
            repeatedly(time.plus(chance.exponential(mean)), chance, mean, action);
        });
    }

    /** Records an event that arrives as it happens, and gives its id. */
    public String record(String type, Instant time, Payload data) {
        return record(type, time, time, data);
    }

    /** Records an event with the time of its arrival, and gives its id; nothing outlasts the recording. */
    public String record(String type, Instant time, Instant arrived, Payload data) {
        String id = customer.id() + "-" + (events.size() + 1);
        boolean recorded = arrived.isBefore(company.end()) && time.isBefore(departure);
        if (recorded) {
            String source = Sources.of(type);
            Long number = Sources.numbers(source) ? ++sequence : null;
            events.add(new SimulatedEvent(id, source, type, customer.id(), time, arrived, number, data));
        }
        return id;
    }

    /** Records something in the truth. */
    public void truth(Payload record) {
        truth.add(record);
    }

    /** Begins an episode of a cause, about the cause's topic. */
    public Problem open(Cause cause, Instant from) {
        return open(cause, cause.topic(), from);
    }

    /** Begins an episode of a cause. */
    public Problem open(Cause cause, String topic, Instant from) {
        String id = customer.id() + "-P" + (problems.size() + 1);
        double severity = seed.of("severity").of(problems.size()).chance().between(0, 1);
        Problem problem = new Problem(id, customer.id(), cause, topic, severity, from);
        problems.add(problem);
        return problem;
    }

    /** The problems of a cause, named as in the truth, that nothing has ended. */
    public List<Problem> openProblems(String cause) {
        return problems.stream()
                .filter(problem -> problem.isOpen() && problem.cause().word().equals(cause))
                .toList();
    }

    /** Lets a problem pass by itself after a time, unless it was solved. */
    public void passes(Problem problem, Instant time) {
        at(time, () -> problem.end(time, "passed"));
    }

    /** Nothing that happens from this time on is recorded: the customer has left. */
    public void depart(Instant time) {
        departure = time;
        agenda.clear();
        problems.forEach(problem -> problem.end(time, "left"));
    }

    /** Lives it to the end of the recording. */
    public void live() {
        agenda.runUntil(company.end());
    }

    /** The events recorded, in the order in which they were. */
    public List<SimulatedEvent> events() {
        return List.copyOf(events);
    }

    /** The truth recorded: contacts and messages by time, then episodes; questions that nobody asked are left
     * out. */
    public List<Payload> truth() {
        List<Payload> all = new ArrayList<>(truth);
        problems.stream()
                .filter(problem -> problem.cause() != Cause.QUESTION || problem.contactCount() > 0)
                .forEach(problem -> all.add(problem.truth()));
        return all;
    }
}
