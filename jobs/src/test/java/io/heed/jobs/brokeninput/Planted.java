package io.heed.jobs.brokeninput;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One person's data, planted into every broken record, and the search for it. */
public final class Planted {
    static final String NAME = "Margaret Thornbury";
    static final String PHONE = "+1 415 555 0142";
    static final String EMAIL = "margaret.thornbury@example.com";
    static final String CARD = "4539 1488 0343 6467";
    static final String TEXT =
            "My name is " + NAME + ", call me at " + PHONE + " or write to " + EMAIL + ", my card is " + CARD + ".";

    /** What no output may hold, however it is written: in small letters, and digits without blanks between them. */
    private static final List<String> TRACES =
            List.of("margaret", "thornbury", "4155550142", "5550142", "example.com", "4539148803436467", "03436467");

    private Planted() {}

    /** Everything of the person, in small letters, each as it was written and in one piece. */
    public static List<String> values() {
        return Stream.of("margaret", "thornbury", PHONE, EMAIL, CARD)
                .flatMap(value -> Stream.of(value, value.replace(" ", "")))
                .distinct()
                .toList();
    }

    /** What of the person a text holds, if anything. */
    static Optional<String> in(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace("\\u0000", "").replaceAll("[\\x00 ]", "");
        return TRACES.stream().filter(plain::contains).findFirst();
    }
}
