package io.heed.events.timeline;

/** What one stage may do with the agenda of the customer at hand. */
public final class StageAgenda {
    private final Agenda agenda;
    private final String stage;

    StageAgenda(Agenda agenda, String stage) {
        this.agenda = agenda;
        this.stage = stage;
    }

    /** The stage's name. */
    public String stage() {
        return stage;
    }

    /** Sets work due at a time; it replaces earlier work of the same name. */
    public void set(String name, long timeMillis) {
        agenda.set(new Deadline(timeMillis, stage, name));
    }

    /** Sets work due at a time unless work of the same name is there already. */
    public void setIfAbsent(String name, long timeMillis) {
        if (!agenda.has(stage, name)) {
            set(name, timeMillis);
        }
    }

    /** Takes work off; nothing happens where there is none of that name. */
    public void cancel(String name) {
        agenda.cancel(stage, name);
    }
}
