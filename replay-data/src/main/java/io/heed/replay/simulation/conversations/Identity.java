package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;
import java.util.List;
import java.util.Locale;

/**
 * Invented personal data of a customer, to be planted in texts.
 *
 * @param name first and last name
 * @param phone a number of the range that is kept for fiction
 * @param email an address of a domain that is kept for examples
 * @param card a card number with a right check digit
 */
record Identity(String name, String phone, String email, String card) {
    private static final List<String> FIRST = List.of(
            "Olivia", "Liam", "Dolores", "Ramon", "Grace", "Tyler", "Mei", "Amir", "Lucia", "Hank", "Priya", "Owen",
            "Sofia", "Derek", "Ingrid", "Malik", "Carmen", "Joel", "Tessa", "Nadia", "Victor", "Ruth", "Esteban",
            "Paula");
    private static final List<String> LAST = List.of(
            "Whitfield",
            "Fuentes",
            "Okafor",
            "Larsen",
            "Nguyen",
            "Castillo",
            "Baker",
            "Rosenthal",
            "Iyer",
            "Murphy",
            "Delgado",
            "Schultz",
            "Hassan",
            "Petrov",
            "Quintero",
            "Hobbs",
            "Marchetti",
            "Tanaka",
            "Villareal",
            "Osborne");

    static Identity draw(Chance chance) {
        String first = chance.pick(FIRST);
        String last = chance.pick(LAST);
        int area = chance.whole(201, 989);
        int number = chance.whole(100, 199);
        String phone = chance.pick(List.of("(%d) 555-0%d", "%d-555-0%d", "%d 555 0%d", "%d5550%d"))
                .formatted(area, number);
        String email = (first + "." + last).toLowerCase(Locale.ROOT) + chance.whole(1, 99) + "@example.com";
        return new Identity(first + " " + last, phone, email, card(chance));
    }

    private static String card(Chance chance) {
        StringBuilder digits = new StringBuilder("4");
        for (int i = 1; i < 15; i++) {
            digits.append(chance.whole(0, 9));
        }
        digits.append(checkDigit(digits));
        String separator = chance.pick(List.of(" ", "-", ""));
        return String.join(
                separator,
                digits.substring(0, 4),
                digits.substring(4, 8),
                digits.substring(8, 12),
                digits.substring(12));
    }

    private static int checkDigit(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            boolean doubled = (digits.length() - i) % 2 == 1;
            int counted = doubled ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return (10 - sum % 10) % 10;
    }
}
