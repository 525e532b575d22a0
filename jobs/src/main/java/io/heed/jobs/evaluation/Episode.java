package io.heed.jobs.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One episode of a hidden cause in a customer's life.
 *
 * @param untilMillis when it ended, {@link Long#MAX_VALUE} where nothing ended it
 * @param contactsMillis when the customer got in touch because of it, in order
 * @param bills the bills that it made higher, with what they charge and what is usual
 */
record Episode(
        String customer, String cause, long fromMillis, long untilMillis, List<Long> contactsMillis, JsonNode bills) {
    static Episode of(JsonNode node) {
        List<Long> contacts = new ArrayList<>();
        for (JsonNode contact : node.path("contacts")) {
            contacts.add(Instant.parse(contact.path("time").asText()).toEpochMilli());
        }
        contacts.sort(Long::compare);
        JsonNode until = node.path("until");
        return new Episode(
                node.path("customer").asText(),
                node.path("cause").asText(),
                Instant.parse(node.path("from").asText()).toEpochMilli(),
                until.isTextual() ? Instant.parse(until.asText()).toEpochMilli() : Long.MAX_VALUE,
                contacts,
                node.path("bills"));
    }

    boolean isOpenAt(long timeMillis) {
        return fromMillis <= timeMillis && timeMillis <= untilMillis;
    }

    /** Whether the customer got in touch because of it after a time. */
    boolean hasContactAfter(long timeMillis) {
        return !contactsMillis.isEmpty() && contactsMillis.get(contactsMillis.size() - 1) > timeMillis;
    }

    /** The highest of its bills that rose by at least so much, as a multiple of the usual; 0 where there is none. */
    double highestBill(double leastRise) {
        double highest = 0;
        for (JsonNode bill : bills) {
            double usual = bill.path("usual").asDouble();
            double charges = bill.path("charges").asDouble();
            if (usual > 0 && charges - usual >= leastRise) {
                highest = Math.max(highest, charges / usual);
            }
        }
        return highest;
    }
}
