package io.heed.jobs.change;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeRecord;
import io.heed.jobs.change.ChangeLog.Entry;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where people make changes: it knows what is in force, reviews what they want, and writes what fits into the log. */
public final class ChangeDesk implements AutoCloseable {
    private final WorkspaceSnapshot workspace;
    private final ChangeLog log;
    private final DefinitionTimeline timeline;
    private final ChangeReview review;
    private final List<ChangeVerdict> verdicts = new ArrayList<>();
    private long lastNumber;

    /** A desk over a workspace and a log; it reads the whole log. */
    public ChangeDesk(WorkspaceSnapshot workspace, ChangeLog log) throws IOException {
        this.workspace = workspace;
        this.log = log;
        this.timeline = DefinitionTimeline.of(workspace);
        this.review = ChangeReview.in(workspace, timeline);
        for (Entry entry : log.after(0)) {
            verdicts.add(review.review(entry.number(), entry.text(), Long.MIN_VALUE));
            lastNumber = entry.number();
        }
    }

    /** The workspace. */
    public WorkspaceSnapshot workspace() {
        return workspace;
    }

    /** What is in force from when on, with all changes of the log. */
    public DefinitionTimeline timeline() {
        return timeline;
    }

    /** What became of each entry of the log, in order; a running job may have refused more, as they came too late. */
    public List<ChangeVerdict> verdicts() {
        return List.copyOf(verdicts);
    }

    /** The number that the next change is expected to get. */
    public long nextNumber() {
        return lastNumber + 1;
    }

    /** Judges a change as the job will, without writing it. */
    public ChangeVerdict review(Change wanted) {
        ChangeVerdict verdict = review.review(nextNumber(), ChangeRecord.write(wanted), Long.MIN_VALUE);
        lastNumber = verdict.number();
        return verdict;
    }

    /**
     * Writes a change that was accepted.
     *
     * @return its place in the log
     */
    public long write(Change accepted) throws IOException {
        return log.append(ChangeRecord.write(accepted));
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
