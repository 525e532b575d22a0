package io.heed.jobs.flink.understanding;

import io.heed.events.CareEvent;
import io.heed.events.change.Change;
import io.heed.events.flink.CodecTypeInformation;
import io.heed.events.state.CareEventCodec;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * Understanding as steps of a job. Where the model can change while the job runs, one step takes personal data out, and
 * the next, which knows the changes and may keep events for a moment, reads what is left; else one step does both.
 */
public final class UnderstandingSteps {
    private final UnderstandingOptions options;
    private final CareEventCodec events;
    private final TypeInformation<CareEvent> type;

    /** Steps with the options of a job; events are kept in the layout of a catalogue. */
    public UnderstandingSteps(UnderstandingOptions options, CareEventCodec events) {
        this.options = options;
        this.events = events;
        this.type = new CodecTypeInformation<>(CareEvent.class, events, true);
    }

    /**
     * Adds the steps to a stream.
     *
     * @param name the uid and name of the operator that reads
     * @param changes what was accepted of the change log, null where nothing changes
     */
    public DataStream<CareEvent> addTo(DataStream<CareEvent> in, String name, @Nullable DataStream<Change> changes) {
        if (changes == null) {
            return in.map(new UnderstandFunction(options))
                    .returns(type)
                    .uid(name)
                    .name(name);
        }
        String before = name + "-protect";
        return in.map(new ProtectFunction(options))
                .returns(type)
                .uid(before)
                .name(before)
                .connect(changes.broadcast())
                .transform(name, type, new UnderstandOperator(options, events))
                .uid(name)
                .name(name);
    }

    /**
     * Adds only the step that takes personal data out, for events that nobody reads; it has as many tasks as its input, so
     * that events stay in their order.
     *
     * @param name the uid and name of the operator
     */
    public DataStream<CareEvent> addProtectionTo(DataStream<CareEvent> in, String name) {
        return in.map(new ProtectFunction(options))
                .returns(type)
                .setParallelism(in.getParallelism())
                .uid(name)
                .name(name);
    }
}
