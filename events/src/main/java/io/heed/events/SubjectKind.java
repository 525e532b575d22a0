package io.heed.events;

/** Whom or what an event type is about. */
public enum SubjectKind {
    /** One customer: the event is handled on that customer's timeline. */
    CUSTOMER,
    /** An area: its customers read it through features of their area. */
    AREA,
    /** The whole company: every customer may read it. */
    COMPANY
}
