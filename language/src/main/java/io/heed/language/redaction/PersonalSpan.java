package io.heed.language.redaction;

/** Where a text holds personal data: characters {@code [start, end)}. */
public record PersonalSpan(PersonalKind kind, int start, int end) {
    public PersonalSpan {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("span is empty or negative: " + start + ".." + end);
        }
    }

    boolean overlaps(PersonalSpan other) {
        return start < other.end && other.start < end;
    }
}
