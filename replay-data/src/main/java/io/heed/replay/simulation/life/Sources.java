package io.heed.replay.simulation.life;

/** Which of the company's systems an event comes from. */
final class Sources {
    private Sources() {}

    static String of(String type) {
        if (type.equals("call.dropped")) {
            return "network";
        }
        String family = type.substring(0, type.indexOf('.'));
        return switch (family) {
            case "bill", "payment", "charges" -> "billing";
            case "usage" -> "rating";
            case "balance", "bundle", "pass" -> "prepaid";
            case "addon", "plan", "line", "promotion", "customer" -> "crm";
            case "chat" -> "chat";
            case "call", "ivr" -> "telephony";
            case "web", "form", "cart" -> "web";
            case "social" -> "social";
            case "sms" -> "sms";
            case "outage" -> "network";
            case "outreach" -> "campaigns";
            case "care" -> "care-desk";
            case "product" -> "catalogue";
            case "snapshot" -> "migration";
            default -> throw new IllegalArgumentException("type comes from no known system: " + type);
        };
    }

    /** Whether the system numbers its events, since it writes several at one instant. */
    static boolean numbers(String source) {
        return source.equals("billing") || source.equals("migration") || source.equals("prepaid");
    }
}
