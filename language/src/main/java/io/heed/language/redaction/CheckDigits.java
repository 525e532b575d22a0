package io.heed.language.redaction;

import java.util.HashMap;
import java.util.Map;

/** The check digits of payment cards and bank accounts. */
final class CheckDigits {
    /** Country and length of every IBAN in the SWIFT registry that people in Europe and around it use. */
    private static final Map<String, Integer> IBAN_LENGTHS =
            lengths("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 "
                    + "CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 "
                    + "IE22 IL23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 "
                    + "PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VG24 XK20");

    private CheckDigits() {}

    static boolean isCard(String value) {
        String digits = value.replaceAll("\\D", "");
        if (digits.length() < 13
                || digits.length() > 19
                || digits.chars().distinct().count() == 1) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** How many characters of the value, spaces included, are an IBAN; 0 when it starts with none. */
    static int ibanLength(String value) {
        StringBuilder compact = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = Character.toUpperCase(value.charAt(i));
            if (Character.digit(c, 36) >= 0 && c < 128) {
                compact.append(c);
            }
            if (compact.length() > 4 && compact.length() == lengthOf(compact)) {
                return remainder(compact.substring(4) + compact.substring(0, 4)) == 1 ? i + 1 : 0;
            }
        }
        return 0;
    }

    private static int lengthOf(CharSequence compact) {
        return IBAN_LENGTHS.getOrDefault(compact.subSequence(0, 2).toString(), 0);
    }

    private static int remainder(String rearranged) {
        int remainder = 0;
        for (int i = 0; i < rearranged.length(); i++) {
            int value = Character.digit(rearranged.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : table.split(" ", -1)) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
