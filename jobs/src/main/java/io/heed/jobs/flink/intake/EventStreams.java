package io.heed.jobs.flink.intake;

import io.heed.events.CareEvent;
import io.heed.events.codec.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What intake makes of the records.
 *
 * @param customers events of customers
 * @param shared events of areas and the company, and at the end of a finite input one that says how far time goes
 * @param unattributed events of customers that name none
 */
public record EventStreams(
        DataStream<CareEvent> customers,
        DataStream<CareEvent> shared,
        DataStream<CareEvent> unattributed,
        DataStream<DeadLetter> deadLetters) {
    /** The same with the events of one customer alone. */
    public EventStreams only(String customer) {
        DataStream<CareEvent> ofCustomer = customers
                .filter(event -> event.subject().equals(customer))
                .setParallelism(customers.getParallelism())
                .uid("explained-customer")
                .name("explained-customer");
        return new EventStreams(ofCustomer, shared, unattributed, deadLetters);
    }
}
