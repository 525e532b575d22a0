package io.heed.replay.simulation;

import static java.util.stream.Collectors.groupingBy;

import io.heed.replay.simulation.causes.Lives;
import io.heed.replay.simulation.chance.Seed;
import io.heed.replay.simulation.company.BrokenForm;
import io.heed.replay.simulation.company.Catalogue;
import io.heed.replay.simulation.company.Company;
import io.heed.replay.simulation.company.Outage;
import io.heed.replay.simulation.company.SlowSupport;
import io.heed.replay.simulation.customers.Customer;
import io.heed.replay.simulation.customers.Households;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Treatment;
import io.heed.replay.simulation.recording.Payload;
import io.heed.replay.simulation.recording.Recording;
import io.heed.replay.simulation.recording.SimulatedEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A telco with its customers, simulated day by day from hidden causes.
 *
 * <pre>{@code
 * Simulation.of(SimulationOptions.of(2_000, 240, 7)).writeTo(Path.of("recording"), SimulationProgress.SILENT);
 * }</pre>
 */
public final class Simulation {
    private final SimulationOptions options;
    private final Seed seed;
    private final Company company;

    private Simulation(SimulationOptions options) {
        this.options = options;
        this.seed = new Seed(options.seed());
        this.company = new Company(seed, options.start(), options.end());
    }

    /** The simulation of these options. */
    public static Simulation of(SimulationOptions options) {
        return new Simulation(options);
    }

    /**
     * Simulates, and writes {@code events.jsonl.gz} in order of arrival and {@code truth.jsonl.gz} into a folder.
     *
     * @throws IOException if the folder cannot be written
     */
    public SimulationSummary writeTo(Path folder, SimulationProgress progress) throws IOException {
        try (Recording recording = new Recording(folder)) {
            return simulate(recording, progress);
        }
    }

    private SimulationSummary simulate(Recording recording, SimulationProgress progress) throws IOException {
        recording.addTruth(header());
        for (Payload period : periods()) {
            recording.addTruth(period);
        }
        for (SimulatedEvent event : companyEvents()) {
            recording.add(event);
        }
        Map<String, List<Treatment>> treatments =
                options.treatments().stream().collect(groupingBy(Treatment::customer));
        Households households = new Households(seed, options.start());
        for (int number = 0; number < options.customers(); number++) {
            Customer customer = households.customer(number);
            List<Treatment> own = treatments.getOrDefault(customer.id(), List.of());
            Diary diary = new Diary(customer, company, seed.of("life").of(number), own);
            Lives.live(diary);
            for (SimulatedEvent event : diary.events()) {
                recording.add(event);
            }
            for (Payload record : diary.truth()) {
                recording.addTruth(record);
            }
            progress.customersDone(number + 1, options.customers());
        }
        Map<String, Long> truth = recording.truthByKind();
        return new SimulationSummary(
                recording.countByType(),
                truth.getOrDefault("contact-end", 0L),
                truth.getOrDefault("episode", 0L),
                truth.getOrDefault("message", 0L));
    }

    private Payload header() {
        return Payload.of("kind", "recording")
                .with("customers", options.customers())
                .with("days", options.days())
                .with("seed", options.seed())
                .with("from", options.start())
                .with("until", options.end())
                .with("treatments", options.treatments().size());
    }

    /** The company-wide causes: when support was slow, and when forms were broken. */
    private List<Payload> periods() {
        List<Payload> periods = new ArrayList<>();
        for (SlowSupport slow : company.slowSupport()) {
            periods.add(period("slow-support", slow.from(), slow.to()).with("facts", Payload.of("load", slow.load())));
        }
        for (BrokenForm broken : company.brokenForms()) {
            periods.add(period("failing-form", broken.from(), broken.to())
                    .with("facts", Payload.of("form", broken.form())));
        }
        return periods;
    }

    private static Payload period(String cause, Instant from, Instant until) {
        return Payload.of("kind", "company-episode")
                .with("cause", cause)
                .with("from", from)
                .with("until", until);
    }

    private List<SimulatedEvent> companyEvents() {
        List<SimulatedEvent> events = new ArrayList<>();
        for (Payload product : Catalogue.listing()) {
            String id = "product-" + product.fields().get("product");
            Instant start = options.start();
            events.add(new SimulatedEvent(
                    id, "catalogue", "product.listed", Company.SUBJECT, start, start, null, product));
        }
        for (Outage outage : company.outages()) {
            events.add(network(outage, "outage.started", outage.from(), started(outage)));
            if (outage.to().isBefore(options.end())) {
                events.add(network(outage, "outage.ended", outage.to(), ended(outage)));
            }
        }
        return events;
    }

    private static SimulatedEvent network(Outage outage, String type, Instant time, Payload data) {
        String id = outage.id() + (type.endsWith("started") ? "-from" : "-to");
        return new SimulatedEvent(id, "network", type, outage.area().key(), time, time, null, data);
    }

    private static Payload started(Outage outage) {
        return Payload.of("outage", outage.id())
                .with("service", outage.service())
                .with("cause", outage.cause())
                .with("expectedTo", outage.from().plus(Duration.ofHours(4)));
    }

    private static Payload ended(Outage outage) {
        return Payload.of("outage", outage.id())
                .with("service", outage.service())
                .with("durationMinutes", (double)
                        Duration.between(outage.from(), outage.to()).toMinutes());
    }
}
