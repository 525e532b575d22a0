package io.heed.jobs.flink.understanding;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.View;

/**
 * How fast messages are read, and whether that is fast enough, as metrics of the operator. Flink looks every few seconds,
 * and the figures are those of the time since it last looked.
 */
public final class ReadingPace {
    /** How many messages were read since the task began. */
    public static final String MESSAGES_READ = "messagesRead";
    /** The mean time that a message took. */
    public static final String MILLISECONDS_A_MESSAGE = "millisecondsAMessage";
    /** The share of the time that went into messages, 0 to 1: near 1 nothing more can be read. */
    public static final String BUSY_SHARE = "busyShare";
    /** How far the time of the message read last lies behind the wall clock, in milliseconds. */
    public static final String BEHIND_MILLIS = "behindMillis";

    private final Counter messages;
    private final AtomicLong busyNanos = new AtomicLong();
    private final BusyShare share;
    private volatile long behindMillis;

    ReadingPace(MetricGroup metrics) {
        messages = metrics.counter(MESSAGES_READ);
        share = metrics.gauge(BUSY_SHARE, new BusyShare());
        metrics.gauge(MILLISECONDS_A_MESSAGE, (Gauge<Double>) () -> share.millisecondsAMessage);
        metrics.gauge(BEHIND_MILLIS, (Gauge<Long>) () -> behindMillis);
    }

    /** A message was read. */
    void read(long nanos, long eventMillis, long nowMillis) {
        messages.inc();
        busyNanos.addAndGet(nanos);
        behindMillis = nowMillis - eventMillis;
    }

    /** Flink updates it from a thread of its own. */
    private final class BusyShare implements Gauge<Double>, View {
        private volatile double value;
        private volatile double millisecondsAMessage;
        private long lookedAtNanos = System.nanoTime();
        private long busyBefore;
        private long messagesBefore;

        @Override
        public Double getValue() {
            return value;
        }

        @Override
        public void update() {
            long now = System.nanoTime();
            long busy = busyNanos.get();
            long read = messages.getCount();
            value = Math.min(1, (busy - busyBefore) / (double) Math.max(1, now - lookedAtNanos));
            if (read > messagesBefore) {
                millisecondsAMessage =
                        (busy - busyBefore) / (double) (read - messagesBefore) / TimeUnit.MILLISECONDS.toNanos(1);
            }
            lookedAtNanos = now;
            busyBefore = busy;
            messagesBefore = read;
        }
    }
}
