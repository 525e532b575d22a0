package io.heed.jobs.flink.understanding;

import io.heed.events.codec.DeadLetter;
import io.heed.jobs.understanding.EventUnderstanding;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Takes personal data out of records that could not be read, as out of plain text. */
@SuppressWarnings("NullAway.Init") // set in open, before Flink gives any record
public final class RedactDeadLetterFunction extends RichMapFunction<DeadLetter, DeadLetter> {
    private static final long serialVersionUID = 1L;

    private final UnderstandingOptions options;
    private transient EventUnderstanding understanding;

    /** A step with the options of the job. */
    public RedactDeadLetterFunction(UnderstandingOptions options) {
        this.options = options;
    }

    @Override
    public void open(OpenContext context) {
        understanding = options.open();
    }

    @Override
    public DeadLetter map(DeadLetter letter) {
        return letter.withRecord(understanding.redact(letter.record(), letter.source() + " " + letter.position()));
    }
}
