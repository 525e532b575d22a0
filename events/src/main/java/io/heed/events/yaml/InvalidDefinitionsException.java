package io.heed.events.yaml;

import java.util.List;

/** All that is wrong with a set of definitions; each problem names its file, line and column. */
public final class InvalidDefinitionsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidDefinitionsException(List<String> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem" : " problems") + ":\n  "
                + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, one sentence each, in the order found. */
    public List<String> problems() {
        return problems;
    }
}
