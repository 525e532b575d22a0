package io.heed.jobs.commands.terminal;

/** How a piece of text may look on a terminal. */
public enum Style {
    /** For headings. */
    BOLD("1"),
    /** For what matters less. */
    FAINT("2"),
    /** For what must not be overlooked. */
    RED("31"),
    /** For what deserves a look. */
    YELLOW("33"),
    /** For what is well. */
    GREEN("32");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String on(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
