package io.heed.jobs.endtoend;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A made-up person whose data is planted at one place of the input, and nowhere else; no two share a value.
 *
 * @param place where the data was planted, as a report names it
 * @param number below 2,500
 */
record PlantedPerson(String place, int number) {
    private static final List<String> SYLLABLES = List.of(
            "ba", "bri", "ca", "cro", "da", "dre", "fa", "flo", "ga", "gri", "ha", "hu", "ja", "jo", "ka", "kle", "la",
            "lo", "ma", "mi", "na", "no", "pa", "pli", "qua", "que", "ra", "ro", "sa", "sto", "ta", "tri", "va", "vo",
            "wa", "wi", "xa", "xo", "ya", "yo", "za", "zo", "be", "ce", "de", "fe", "ge", "he", "je", "ke");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    String firstName() {
        return "Zeph" + syllables() + "rine";
    }

    String lastName() {
        return "Quill" + syllables() + "feather";
    }

    String phone() {
        return "07700 9%05d".formatted(number * 31 % 100_000);
    }

    String email() {
        return "post-%s@quill%s.example".formatted(syllables(), syllables());
    }

    String card() {
        String digits = "45391488%07d".formatted(number * 7_919);
        String whole = digits + luhn(digits);
        return String.join(
                " ", whole.substring(0, 4), whole.substring(4, 8), whole.substring(8, 12), whole.substring(12));
    }

    String iban() {
        String account = "3704004405%08d".formatted(number * 7_919);
        int check = 98 - new BigInteger(account + "131400").mod(NINETY_SEVEN).intValue(); // D is 13, E is 14
        return "DE%02d%s".formatted(check, account);
    }

    String account() {
        return "8841%05d3".formatted(number * 17);
    }

    String order() {
        return "QX-%06d".formatted(700_000 + number * 13);
    }

    String address() {
        return "%d Larkspur Lane".formatted(1_200 + number);
    }

    String ip() {
        return "198.18.%d.%d".formatted(100 + number / 100, 100 + number % 100);
    }

    /** A message with all of it. */
    String text() {
        return "Hello, my name is %s %s. Please call me on %s or write to %s, I live at %s. My card number is %s, my IBAN is"
                        .formatted(firstName(), lastName(), phone(), email(), address(), card())
                + " %s, my account number is %s, my order number is %s, and I came from the IP address %s. The bill is wrong."
                        .formatted(iban(), account(), order(), ip());
    }

    /** What no output may hold, each as it was written and in one piece. */
    List<String> values() {
        return Stream.of(firstName(), lastName(), phone(), email(), card(), iban(), account(), order(), address(), ip())
                .flatMap(value -> Stream.of(value, value.replace(" ", "")))
                .map(value -> value.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private String syllables() {
        return SYLLABLES.get(number / SYLLABLES.size()) + SYLLABLES.get(number % SYLLABLES.size());
    }

    /** The digit that makes a card's number whole. */
    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
