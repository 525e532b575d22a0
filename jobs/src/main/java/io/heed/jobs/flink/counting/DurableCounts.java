package io.heed.jobs.flink.counting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Named counts of one operator. They are kept in its state, so that a restart counts nothing twice and forgets nothing,
 * and shown as metrics and as the job's accumulators.
 */
public final class DurableCounts {
    private final Map<String, LongCounter> counters = new LinkedHashMap<>();
    private final ListState<String> state;

    /** The counts of an operator; called when its state is initialised. */
    public DurableCounts(OperatorStateStore store, RuntimeContext context, List<String> names) throws Exception {
        for (String name : names) {
            LongCounter counter = new LongCounter();
            counters.put(name, counter);
            context.addAccumulator(name, counter);
            context.getMetricGroup().gauge(name, counter::getLocalValuePrimitive);
        }
        state = store.getListState(new ListStateDescriptor<>("counts", Types.STRING));
        for (String entry : state.get()) {
            int equals = entry.indexOf('=');
            add(entry.substring(0, equals), Long.parseLong(entry.substring(equals + 1)));
        }
    }

    /** Counts something; a name that this version no longer counts is left out. */
    public void add(String name, long more) {
        LongCounter counter = counters.get(name);
        if (counter != null) {
            counter.add(more);
        }
    }

    /** Writes the counts to the state, for a checkpoint. */
    public void snapshot() throws Exception {
        state.update(counters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().getLocalValuePrimitive())
                .toList());
    }
}
