package io.heed.jobs.commands.language;

/**
 * One line of a file, without its end.
 *
 * @param number from 1 on
 * @param text the line, empty where it cannot be read
 * @param unreadableFrom the column of the first character that cannot be read, 0 where all can
 * @param whatIsWrong why it cannot be read, "" where it can
 */
record MessageLine(long number, String text, int unreadableFrom, String whatIsWrong) {
    static MessageLine of(long number, String text) {
        return new MessageLine(number, text, 0, "");
    }

    static MessageLine unreadable(long number, int column, String whatIsWrong) {
        return new MessageLine(number, "", column, whatIsWrong);
    }

    boolean isReadable() {
        return unreadableFrom == 0;
    }
}
