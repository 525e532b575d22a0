package io.heed.events.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random well-typed expressions over the scope of {@link RandomBindings}, the same for the same seed. */
final class RandomExpressions {
    private static final List<String> ORDERS = List.of("<", "<=", ">", ">=", "==", "!=");
    private static final List<String> NUMBERS = List.of("0.0", "-0.0", "1.5", "-3.0", "0.1", "1e18", "9e18", "1e300");
    private static final List<String> WHOLES =
            List.of("0", "1", "-1", "7", "1000", "9223372036854775807", "-9223372036854775807 - 1");
    private static final List<String> TEXTS = List.of("''", "'a'", "'ab'", "'7'", "'-1.5'", "'\u00e9\ud83d\ude00'");
    private static final List<String> DURATIONS = List.of("'0s'", "'1h'", "'-90.5s'", "'36h'", "'240000h'");
    private static final List<String> DURATION_PARTS = List.of("Hours", "Minutes", "Seconds", "Milliseconds");
    private static final List<String> TIME_PARTS = List.of(
            "FullYear",
            "Month",
            "Date",
            "DayOfMonth",
            "DayOfWeek",
            "DayOfYear",
            "Hours",
            "Minutes",
            "Seconds",
            "Milliseconds");

    private final Random random;
    /** Names of events that can be read; the items of macros come and go. */
    private final List<String> events = new ArrayList<>(List.of("event", "first", "unbound"));
    /** Names of rows of an event's list that can be read. */
    private final List<String> rows = new ArrayList<>();

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    /** An expression of a random type. */
    String any() {
        int depth = 1 + random.nextInt(4);
        return switch (random.nextInt(12)) {
            case 0, 1 -> number(depth);
            case 2 -> whole(depth);
            case 3 -> text(depth);
            case 4 -> time(depth);
            case 5 -> texts(depth);
            default -> condition(depth);
        };
    }

    private String condition(int depth) {
        if (depth == 0) {
            return one(List.of("true", "false", "has(" + field() + ")", eventName() + ".flag", comparison(0)));
        }
        return switch (random.nextInt(14)) {
            case 0, 1 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 2, 3 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            case 4 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 5 -> "!" + condition(depth - 1);
            case 6 -> "(" + condition(depth - 1) + " ? " + condition(depth - 1) + " : " + condition(depth - 1) + ")";
            case 7 -> "(" + condition(depth - 1) + " " + one(ORDERS) + " " + condition(depth - 1) + ")";
            case 8 -> membership(depth - 1);
            case 9 -> quantifier(depth - 1);
            case 10 -> text(depth - 1) + "." + one(List.of("startsWith", "endsWith", "contains")) + "(" + text(0) + ")";
            default -> comparison(depth - 1);
        };
    }

    private String comparison(int depth) {
        String order = " " + one(ORDERS) + " ";
        return switch (random.nextInt(7)) {
            case 0, 1 -> "(" + number(depth) + order + number(depth) + ")";
            case 2 -> "(" + whole(depth) + order + whole(depth) + ")";
            case 3 -> "(" + text(depth) + order + text(depth) + ")";
            case 4 -> "(" + time(depth) + order + time(depth) + ")";
            case 5 -> "(" + duration(depth) + order + duration(depth) + ")";
            default -> {
                String across = " " + one(ORDERS.subList(0, 4)) + " ";
                yield random.nextBoolean()
                        ? "(" + number(depth) + across + whole(depth) + ")"
                        : "(" + whole(depth) + across + number(depth) + ")";
            }
        };
    }

    private String membership(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> "(" + number(depth) + " in [" + number(0) + ", " + number(depth) + "])";
            case 1 -> "(" + whole(depth) + " in [" + one(WHOLES) + ", " + one(NUMBERS) + ", 'a'])";
            case 2 -> "(" + text(depth) + " in " + texts(depth) + ")";
            default -> "(" + text(depth) + " in ['a', '7', 'b'])";
        };
    }

    private String quantifier(int depth) {
        return macro(one(List.of("all", "exists", "exists_one")), "", depth);
    }

    /** A macro over a repeated stage or the rows of an event, whose item the conditions inside may read. */
    private String macro(String macro, String made, int depth) {
        boolean overRows = random.nextBoolean();
        List<String> names = overRows ? rows : events;
        String list = overRows ? eventName() + ".rows" : "stage";
        String item = random.nextInt(8) == 0 ? "event" : "i" + depth; // may hide a name outside
        names.add(item);
        String inside = condition(depth);
        String maker = made.isEmpty() ? "" : ".map(" + item + ", " + value(item, made, overRows, depth) + ")";
        names.remove(item);
        return list + "." + macro + "(" + item + ", " + inside + ")" + maker;
    }

    private String value(String item, String made, boolean ofRows, int depth) {
        if (random.nextBoolean()) {
            return item + "." + made;
        }
        List<String> names = ofRows ? rows : events;
        names.add(item);
        String value = made.equals("text") ? text(depth) : number(depth);
        names.remove(item);
        return value;
    }

    private String number(int depth) {
        if (depth == 0) {
            return one(List.of(
                    one(NUMBERS),
                    field("number"),
                    "features.plenty",
                    "features.scarce",
                    "parameters.ratio",
                    field("number")));
        }
        return switch (random.nextInt(9)) {
            case 0, 1, 2, 3 ->
                "(" + number(depth - 1) + " " + one(List.of("+", "-", "*", "/")) + " " + number(depth - 1) + ")";
            case 4 -> "double(" + one(List.of(whole(depth - 1), text(depth - 1))) + ")";
            case 5 -> "-" + number(0).replace("-", "");
            case 6 -> "sum(" + macro("filter", "number", depth - 1) + ")";
            case 7 -> "(" + condition(depth - 1) + " ? " + number(depth - 1) + " : " + number(depth - 1) + ")";
            default -> number(0);
        };
    }

    private String whole(int depth) {
        if (depth == 0) {
            return one(List.of(one(WHOLES), eventName() + ".whole", eventName() + ".whole"));
        }
        return switch (random.nextInt(11)) {
            case 0, 1, 2 ->
                "(" + whole(depth - 1) + " " + one(List.of("+", "-", "*", "/", "%")) + " " + whole(depth - 1) + ")";
            case 3 -> "int(" + one(List.of(number(depth - 1), text(depth - 1), time(depth - 1))) + ")";
            case 4 -> "size(" + one(List.of(text(depth - 1), texts(depth - 1), "stage", eventName() + ".rows")) + ")";
            case 5 -> one(List.of(text(depth - 1), texts(depth - 1))) + ".size()";
            case 6 -> duration(depth - 1) + ".get" + one(DURATION_PARTS) + "()";
            case 7 -> time(depth - 1) + ".get" + one(TIME_PARTS) + "()";
            case 8 -> "(" + condition(depth - 1) + " ? " + whole(depth - 1) + " : " + whole(depth - 1) + ")";
            case 9 -> "stage[" + one(List.of("0", "1", "-1", whole(depth - 1))) + "].whole";
            default -> "-(" + whole(depth - 1) + ")";
        };
    }

    private String text(int depth) {
        if (depth == 0) {
            return one(List.of(one(TEXTS), field("text"), eventName() + ".id", eventName() + ".type", field("text")));
        }
        return switch (random.nextInt(5)) {
            case 0 -> "(" + text(depth - 1) + " + " + text(depth - 1) + ")";
            case 1 ->
                "string("
                        + one(List.of(
                                number(depth - 1),
                                whole(depth - 1),
                                text(depth - 1),
                                time(depth - 1),
                                condition(depth - 1)))
                        + ")";
            case 2 -> "(" + condition(depth - 1) + " ? " + text(depth - 1) + " : " + text(depth - 1) + ")";
            default -> text(0);
        };
    }

    private String texts(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> "['a', 'b']";
            case 1 -> "[" + text(Math.max(0, depth - 1)) + ", " + text(0) + "]";
            case 2 -> "(" + macro("filter", "text", Math.max(0, depth - 1)) + " + ['a'])";
            default -> macro("filter", "text", Math.max(0, depth - 1));
        };
    }

    private String time(int depth) {
        if (depth == 0) {
            return one(
                    List.of(eventName() + ".time", eventName() + ".moment", "timestamp('2026-03-01T12:30:15.250Z')"));
        }
        return switch (random.nextInt(4)) {
            case 0 -> "(" + time(depth - 1) + " + " + duration(depth - 1) + ")";
            case 1 -> "(" + duration(depth - 1) + " + " + time(depth - 1) + ")";
            case 2 -> "(" + time(depth - 1) + " - " + duration(depth - 1) + ")";
            default -> "(" + condition(depth - 1) + " ? " + time(depth - 1) + " : " + time(depth - 1) + ")";
        };
    }

    private String duration(int depth) {
        if (depth == 0) {
            return one(List.of("duration(" + one(DURATIONS) + ")", "parameters.gap"));
        }
        return switch (random.nextInt(4)) {
            case 0 -> "(" + duration(depth - 1) + " + " + duration(depth - 1) + ")";
            case 1 -> "(" + duration(depth - 1) + " - " + duration(depth - 1) + ")";
            case 2 -> "(" + time(depth - 1) + " - " + time(depth - 1) + ")";
            default -> duration(0);
        };
    }

    private String field() {
        return one(List.of(
                field("number"),
                field("text"),
                eventName() + ".flag",
                eventName() + ".moment",
                eventName() + ".rows",
                "features.scarce",
                "parameters.gap"));
    }

    /** A field that events and rows both have. */
    private String field(String field) {
        List<String> all = new ArrayList<>(events);
        all.addAll(rows);
        all.removeAll(Collections.singleton("unbound"));
        if (random.nextInt(20) == 0) {
            return "unbound." + field;
        }
        return one(all) + "." + field;
    }

    private String eventName() {
        List<String> names = new ArrayList<>(events);
        names.removeAll(rows); // hidden by an item that is a row
        names.removeAll(Collections.singleton(random.nextInt(10) > 0 ? "unbound" : ""));
        return one(names.isEmpty() ? List.of("first") : names);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
