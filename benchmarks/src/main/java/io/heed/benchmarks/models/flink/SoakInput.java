package io.heed.benchmarks.models.flink;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.benchmarks.models.TreesWorkspace;
import io.heed.jobs.change.ChangeFolder;
import io.heed.models.repository.Aliases;
import io.heed.models.repository.Aliases.Share;
import io.heed.models.repository.Deployment;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Steady traffic, and a log that exchanges the versions of a model again and again.
 *
 * @param deployments what serves after each exchange
 */
record SoakInput(Path events, Path changes, List<Deployment> deployments) {
    static final int VERSIONS = 3;
    static final int CUSTOMERS = 1_000;
    private static final int VISITS_PER_CALL = 9;
    private static final long START_MILLIS =
            Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long EXCHANGE_EVERY_MILLIS = 60_000;
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Writes both.
     *
     * @param eventsPerExchange how many events come between two exchanges
     */
    static SoakInput write(TreesWorkspace workspace, Path folder, int exchanges, int eventsPerExchange)
            throws IOException {
        Path events = folder.resolve("events.jsonl");
        writeEvents(events, (exchanges + 2) * eventsPerExchange, EXCHANGE_EVERY_MILLIS / (double) eventsPerExchange);
        ChangeFolder log = new ChangeFolder(folder.resolve("changes"));
        List<Deployment> deployments = new ArrayList<>();
        for (int exchange = 1; exchange <= exchanges; exchange++) {
            Deployment deployment = Deployment.of(workspace.repository(), TreesWorkspace.MODEL, aliases(exchange));
            deployments.add(deployment);
            log.append(entry(exchange, deployment));
        }
        return new SoakInput(events, folder.resolve("changes"), deployments);
    }

    /** The exchange that is in force at a time, 0 before the first. */
    static int exchangeAt(long timeMillis) {
        return (int) Math.max(0, (timeMillis - START_MILLIS) / EXCHANGE_EVERY_MILLIS);
    }

    private static Aliases aliases(int exchange) {
        int champion = 1 + exchange % VERSIONS;
        int challenger = 1 + (exchange + 1) % VERSIONS;
        return exchange % 2 == 0
                ? Aliases.champion(champion)
                : new Aliases(champion, new Share(challenger, 0.2), List.of());
    }

    private static String entry(int exchange, Deployment deployment) {
        ObjectNode json = JSON.createObjectNode();
        json.put("kind", "model");
        json.put("action", "apply");
        json.put("name", deployment.model());
        json.put("version", exchange);
        json.put(
                "at",
                Instant.ofEpochMilli(START_MILLIS + exchange * EXCHANGE_EVERY_MILLIS)
                        .toString());
        return json.put("definition", deployment.yaml()).toString();
    }

    private static void writeEvents(Path file, int count, double millisBetween) throws IOException {
        Random random = new Random(17);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                ObjectNode agreed = event("p" + customer, "customer.profile", customer, START_MILLIS);
                agreed.putObject("data").put("consentProfiling", true);
                write(agreed, out);
            }
            for (int i = 0; i < count; i++) {
                boolean call = random.nextInt(VISITS_PER_CALL + 1) == 0;
                long millis = START_MILLIS + (long) (i * millisBetween);
                ObjectNode event = event("e" + i, call ? "call.ended" : "web.visit", random.nextInt(CUSTOMERS), millis);
                event.putObject("data").put(call ? "conversation" : "page", "x" + i);
                write(event, out);
            }
        }
    }

    private static ObjectNode event(String id, String type, int customer, long millis) {
        return JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "soak")
                .put("type", type)
                .put("subject", "C" + customer)
                .put("time", Instant.ofEpochMilli(millis).toString());
    }

    private static void write(ObjectNode event, BufferedWriter out) throws IOException {
        out.write(event.toString());
        out.write('\n');
    }
}
