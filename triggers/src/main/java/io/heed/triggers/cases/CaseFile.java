package io.heed.triggers.cases;

import io.heed.events.state.Cell;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.StageAgenda;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open cases of the customer at hand, with their expiries and releases on the agenda. */
public final class CaseFile {
    private static final String EXPIRE = "expire ";
    private static final String RELEASE = "release ";

    private final Cell<List<OpenCase>> cases;
    private final StageAgenda agenda;

    /** A file that a job keeps in its state. */
    public CaseFile(StateStore state, StageAgenda agenda, OpenCaseCodec codec) {
        this.cases = state.cell("plays.cases", Codecs.listOf(codec));
        this.agenda = agenda;
    }

    /** All open cases, by cause. */
    public List<OpenCase> all() {
        List<OpenCase> all = cases.get();
        return all == null ? List.of() : all;
    }

    /** The open case of a cause, or null. */
    public @Nullable OpenCase find(String cause) {
        return all().stream()
                .filter(open -> open.cause().equals(cause))
                .findFirst()
                .orElse(null);
    }

    /** Keeps a case in the place of the one that was open for its cause. */
    public void put(OpenCase open) {
        List<OpenCase> others = without(open.cause());
        others.add(open);
        others.sort(Comparator.comparing(OpenCase::cause));
        cases.set(others);
        agenda.set(EXPIRE + open.cause(), open.nextExpiryMillis());
        if (open.releaseMillis() == 0) {
            agenda.cancel(RELEASE + open.cause());
        } else {
            agenda.set(RELEASE + open.cause(), open.releaseMillis());
        }
    }

    /** Ends the case of a cause. */
    public void remove(String cause) {
        List<OpenCase> others = without(cause);
        if (others.isEmpty()) {
            cases.clear();
        } else {
            cases.set(others);
        }
        agenda.cancel(EXPIRE + cause);
        agenda.cancel(RELEASE + cause);
    }

    /** The open cases whose expiry a piece of due work names. */
    public List<OpenCase> expiring(List<String> due) {
        return all().stream()
                .filter(open -> due.contains(EXPIRE + open.cause()))
                .toList();
    }

    /** The waiting cases whose release a piece of due work names. */
    public List<OpenCase> released(List<String> due) {
        return all().stream()
                .filter(open -> due.contains(RELEASE + open.cause()))
                .toList();
    }

    /** Forgets the customer; the agenda is cleared by who owns it. */
    public void clear() {
        cases.clear();
    }

    private List<OpenCase> without(String cause) {
        List<OpenCase> others = new ArrayList<>(all());
        others.removeIf(open -> open.cause().equals(cause));
        return others;
    }
}
