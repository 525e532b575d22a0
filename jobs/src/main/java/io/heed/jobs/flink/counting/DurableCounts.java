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
    private final RuntimeContext context;
    private final ListState<String> state;

    /** The counts of an operator; called when its state is initialised. */
    public DurableCounts(OperatorStateStore store, RuntimeContext context, List<String> names) throws Exception {
        this.context = context;
        names.forEach(this::counter);
        state = store.getListState(new ListStateDescriptor<>("counts", Types.STRING));
        for (String entry : state.get()) {
            int equals = entry.indexOf('=');
            String name = entry.substring(0, equals);
            long count = Long.parseLong(entry.substring(equals + 1));
            if (name.contains("/")) {
                addNew(name, count);
            } else {
                add(name, count);
            }
        }
    }

    /** Counts something; a name that this version no longer counts is left out. */
    public void add(String name, long more) {
        LongCounter counter = counters.get(name);
        if (counter != null) {
            counter.add(more);
        }
    }

    /** Counts something that only shows up at work, by a name such as {@code pattern/bill-spike@2/open}. */
    public void addNew(String name, long more) {
        counter(name).add(more);
    }

    private LongCounter counter(String name) {
        return counters.computeIfAbsent(name, fresh -> {
            LongCounter counter = new LongCounter();
            context.addAccumulator(fresh, counter);
            context.getMetricGroup().gauge(fresh, counter::getLocalValuePrimitive);
            return counter;
        });
    }

    /** Writes the counts to the state, for a checkpoint. */
    public void snapshot() throws Exception {
        state.update(counters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().getLocalValuePrimitive())
                .toList());
    }
}
