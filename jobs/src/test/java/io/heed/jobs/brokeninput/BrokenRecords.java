package io.heed.jobs.brokeninput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Every way in which a source has been seen to send something that is no event; each holds a person's data. */
public final class BrokenRecords {
    private static final String MESSAGE = """
            {"specversion":"1.0","id":"sms-1","source":"sms","type":"sms.received","subject":"C000101",\
            "time":"2026-03-02T10:00:00Z","data":{"conversation":"s-1","speaker":"customer","text":"%s",\
            "phone":"%s"}}""".formatted(Planted.TEXT, Planted.PHONE);
    private static final String BILL = """
            {"specversion":"1.0","id":"bill-1","source":"billing","type":"bill.issued","subject":"C000101",\
            "time":"2026-03-02T02:00:00Z","recordedtime":"2026-03-02T06:00:00Z","data":{"bill":"B-1",\
            "account":"A101","kind":"regular","amount":12.5,"charges":12.5,"periodFrom":"2026-02-01T00:00:00Z",\
            "periodTo":"2026-03-01T00:00:00Z","dueOn":"2026-03-15T00:00:00Z",\
            "items":[{"kind":"recurring","description":"%s","amount":12.5}]}}""".formatted(Planted.TEXT);
    private static final String PAYMENT = """
            {"specversion":"1.0","id":"pay-1","source":"payments","type":"payment.failed","subject":"C000101",\
            "time":"2026-03-02T10:00:00Z","data":{"account":"A101","amount":12.5,"attempt":1,"bill":"%s"}}""".formatted(Planted.TEXT);
    private static final String CHAT_CLOSED = """
            {"specversion":"1.0","id":"chat-1","source":"chat","type":"chat.closed","subject":"C000101",\
            "time":"2026-03-02T10:00:00Z","data":{"conversation":"%s","resolved":true}}""".formatted(Planted.TEXT);

    private final List<BrokenRecord> all = new ArrayList<>();

    private BrokenRecords() {
        addWhatIsNoJson();
        addWhatIsNoText();
        addBrokenAttributes();
        addBrokenTimes();
        addBrokenFields();
    }

    /** All of them; none holds a line end. */
    public static List<BrokenRecord> all() {
        return List.copyOf(new BrokenRecords().all);
    }

    /** The records that the broken ones are made from; they are whole. */
    public static List<String> whole() {
        return List.of(MESSAGE, BILL, PAYMENT, CHAT_CLOSED);
    }

    private void addWhatIsNoJson() {
        String invalid = "record is not valid JSON at column ";
        add("cut at its end", MESSAGE.substring(0, MESSAGE.length() - 2), invalid);
        add("cut inside a text", MESSAGE.substring(0, MESSAGE.indexOf("write to") + 20), invalid);
        add("cut at its beginning", MESSAGE.substring(9), invalid);
        add("single quotes", MESSAGE.replace('"', '\''), invalid);
        add("a comment", MESSAGE.replace("\"data\"", "/* " + Planted.NAME + " */\"data\""), invalid);
        add("a comma too many", MESSAGE.replace("}}", ",}}"), invalid);
        add("a key without quotes", MESSAGE.replace("\"data\"", "data"), invalid);
        add("a value without quotes", MESSAGE.replace("\"C000101\"", Planted.NAME), invalid);
        add("a wrong escape", MESSAGE.replace("My name", "\\xMy name"), invalid);
        add("a control character", MESSAGE.replace("My name", "My\tname"), invalid);
        add("not a number", BILL.replace("\"amount\":12.5,", "\"amount\":NaN,"), invalid);
        add("a byte order mark", "\uFEFF" + MESSAGE, invalid);
        add("a row of CSV", "C000101;" + Planted.NAME + ";" + Planted.PHONE + ";" + Planted.EMAIL, invalid);
        add("XML", "<event><name>" + Planted.NAME + "</name><card>" + Planted.CARD + "</card></event>", invalid);
        add("a line of a log", "2026-03-02 ERROR could not send to " + Planted.EMAIL, invalid);
        add("escapes cut short", MESSAGE.replace("@", "\\u0040").replace("}}", "\\u00"), invalid);
        add("an address", "GET /login?mail=" + Planted.EMAIL.replace("@", "%40") + "&next=home HTTP/1.1", invalid);
        add("two events in a line", MESSAGE + MESSAGE, "record goes on after its object at column ");
        add("a list of events", "[" + MESSAGE + "]", "record is not a JSON object");
        add("a text", "\"" + Planted.TEXT + "\"", "record is not a JSON object");
        add("a number", "4539148803436467", "record is not a JSON object");
        add("null", "null", "record is not a JSON object");
        add("blanks", "   ", "record is empty");
        add("a key twice", MESSAGE.replace("\"phone\"", "\"text\""), "record has a key twice at column ");
        add(
                "nested deeply",
                MESSAGE.replace("}}", ",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}}"),
                "record is nested");
        add(
                "a number of 200 digits",
                BILL.replace("12.5", "7".repeat(200)),
                "record is nested deeper than 20 levels or");
        add(
                "larger than a megabyte",
                MESSAGE.replace("My name", "x".repeat(1 << 20) + "My name"),
                "record is larger than 1048576 bytes: ");
    }

    private void addWhatIsNoText() {
        byte[] cutCharacter = MESSAGE.replace("Thornbury", "Thornbury \u00e9").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < cutCharacter.length; i++) {
            if (cutCharacter[i] == (byte) 0xc3) {
                cutCharacter[i + 1] = ' ';
            }
        }
        add("half a character", cutCharacter, "record is not valid UTF-8");
        add(
                "Latin-1",
                MESSAGE.replace("Margaret", "Margaret Ana\u00ed").getBytes(StandardCharsets.ISO_8859_1),
                "record is not valid UTF-8");
        add("UTF-16", MESSAGE.getBytes(StandardCharsets.UTF_16LE), "record is not valid JSON at column ");
        add("UTF-16 with its mark", MESSAGE.getBytes(StandardCharsets.UTF_16), "record is not valid UTF-8");
        add("zeros", new byte[300], "record is not valid JSON at column ");
        add("zeros before it", ("\0\0\0" + MESSAGE).getBytes(StandardCharsets.UTF_8), "record is not valid JSON");
        add("compressed", deflated(MESSAGE), "record is not valid UTF-8");
    }

    private void addBrokenAttributes() {
        add("no specversion", MESSAGE.replace("\"specversion\":\"1.0\",", ""), "specversion is missing");
        add("another specversion", MESSAGE.replace("\"1.0\"", "\"0.3\""), "specversion is not 1.0");
        add("specversion as a number", MESSAGE.replace("\"1.0\"", "1.0"), "specversion is not text but a number");
        add("no type", MESSAGE.replace("\"type\":\"sms.received\",", ""), "type is missing");
        add("an unknown type", MESSAGE.replace("sms.received", Planted.NAME), "type is not declared (legal: ");
        add(
                "a misspelt type",
                MESSAGE.replace("sms.received", "sms.recieved"),
                "type is not declared (legal: sms.received)");
        add(
                "a type as a list",
                MESSAGE.replace("\"sms.received\"", "[\"" + Planted.NAME + "\"]"),
                "type is not text but a list of 1");
        add("no id", MESSAGE.replace("\"id\":\"sms-1\",", ""), "id is missing");
        add("a blank id", MESSAGE.replace("\"sms-1\"", "\" \""), "id is blank");
        add(
                "an id as an object",
                MESSAGE.replace("\"sms-1\"", "{\"name\":\"" + Planted.NAME + "\"}"),
                "id is not text but an object");
        add("a long id", MESSAGE.replace("sms-1", Planted.TEXT.repeat(5)), "id is longer than 512 characters: ");
        add("no source", MESSAGE.replace("\"source\":\"sms\",", ""), "source is missing");
        add("a blank source", MESSAGE.replace("\"source\":\"sms\"", "\"source\":\"\""), "source is blank");
        add("a subject as a number", MESSAGE.replace("\"C000101\"", "101"), "subject is not text but a whole number");
        add("a blank subject", MESSAGE.replace("\"C000101\"", "\"  \""), "subject is blank");
        add(
                "a long subject",
                MESSAGE.replace("C000101", Planted.TEXT.repeat(5)),
                "subject is longer than 512 characters: ");
        add(
                "a sequence that is no number",
                MESSAGE.replace("\"data\"", "\"sequence\":\"" + Planted.NAME + "\",\"data\""),
                "sequence is not a whole number but text of 18 characters");
        add(
                "data as a text",
                MESSAGE.replaceFirst("\"data\":.*", "\"data\":\"" + Planted.TEXT + "\"}"),
                "data is not an object but text of ");
        add(
                "data as a list",
                MESSAGE.replaceFirst("\"data\":.*", "\"data\":[\"" + Planted.TEXT + "\"]}"),
                "data is not an object but a list of 1");
        add(
                "no data",
                MESSAGE.replaceFirst(",\"data\":.*", ",\"more\":\"" + Planted.TEXT + "\"}"),
                "data.conversation is missing");
    }

    private void addBrokenTimes() {
        add("no time", MESSAGE.replace("\"time\":\"2026-03-02T10:00:00Z\",", ""), "time is missing");
        add("a time that is none", time(Planted.NAME), "time is not an ISO-8601 time but text of 18 characters");
        add(
                "a time as a number",
                MESSAGE.replace("\"2026-03-02T10:00:00Z\"", "1772359200000"),
                "time is not an ISO-8601 time but a whole number");
        add(
                "a time without a zone",
                time("2026-03-02T10:00:00"),
                "time is not an ISO-8601 time but text of 19 characters");
        add("a day that does not exist", time("2026-02-30T10:00:00Z"), "time is not an ISO-8601 time");
        add("the year 12026", time("+12026-03-02T10:00:00Z"), "time is not within the years 1 to 9999");
        add("the year 1970", time("1970-01-01T00:00:00Z"), "time is before 1990");
        add(
                "years ahead",
                time("2035-03-02T10:00:00Z"),
                "time is in the future, and the record has no timestamp of its own");
        add(
                "after its own record",
                BILL.replace("2026-03-02T02:00", "2026-03-09T02:00"),
                "time is more than max-ahead (24h) after its record");
        add(
                "recorded at no time",
                BILL.replace("2026-03-02T06:00:00Z", Planted.PHONE),
                "recordedtime is not an ISO-8601 time but text of ");
        add("recorded in 2150", BILL.replace("2026-03-02T06", "2150-03-02T06"), "recordedtime is after 2099");
    }

    private String time(String time) {
        return MESSAGE.replace("2026-03-02T10:00:00Z", time);
    }

    private void addBrokenFields() {
        add("a required field left out", MESSAGE.replace("\"speaker\":\"customer\",", ""), "data.speaker is missing");
        add("a required field as null", MESSAGE.replace("\"customer\"", "null"), "data.speaker is missing");
        add(
                "a text as a number",
                MESSAGE.replace("\"s-1\"", "4155550142"),
                "data.conversation is not text but a whole number");
        add(
                "a text as an object",
                MESSAGE.replace("\"s-1\"", "{\"name\":\"" + Planted.NAME + "\"}"),
                "data.conversation is not text but an object");
        add(
                "a value that is not declared",
                MESSAGE.replace("\"customer\"", "\"" + Planted.NAME + "\""),
                "data.speaker is not one of [customer, agent, bot] but text of 18 characters");
        add(
                "a text of 70,000 characters",
                MESSAGE.replace("My name", "x".repeat(70_000) + "My name"),
                "data.text is longer than 65536 characters: ");
        add(
                "a number as a text",
                BILL.replace("\"amount\":12.5,", "\"amount\":\"" + Planted.NAME + "\","),
                "data.amount is not a number but text of 18 characters");
        add(
                "a decimal comma",
                BILL.replace("\"amount\":12.5,", "\"amount\":\"12,50\","),
                "data.amount is not a number but text of 5 characters");
        add(
                "an infinite number",
                BILL.replace("\"amount\":12.5,", "\"amount\":1e999,"),
                "data.amount is not a finite number");
        add(
                "a flag as a text",
                CHAT_CLOSED.replace("true", "\"yes\""),
                "data.resolved is not true or false but text of 3 characters");
        add(
                "a flag as a number",
                CHAT_CLOSED.replace("true", "1"),
                "data.resolved is not true or false but a whole number");
        add(
                "a fraction for a whole number",
                PAYMENT.replace("\"attempt\":1", "\"attempt\":1.5"),
                "data.attempt is not a whole number but a number with a fraction");
        add(
                "more than 64 bits",
                PAYMENT.replace("\"attempt\":1", "\"attempt\":45391488034364670000"),
                "data.attempt is not a whole number of 64 bits");
        add(
                "a time field that is none",
                BILL.replace("2026-03-15T00:00:00Z", Planted.EMAIL),
                "data.dueOn is not an ISO-8601 time but text of 30 characters");
        add(
                "a list that is none",
                BILL.replaceFirst("\"items\":.*", "\"items\":\"" + Planted.TEXT + "\"}}"),
                "data.items is not a list but text of ");
        add(
                "an item that is no record",
                BILL.replace("[{", "[\"" + Planted.NAME + "\",{"),
                "data.items[0] is not an object but text of 18 characters");
        add(
                "an item's amount as a text",
                BILL.replace("\"amount\":12.5}", "\"amount\":\"" + Planted.CARD + "\"}"),
                "data.items[0].amount is not a number but text of 19 characters");
        add(
                "a thousand and one items",
                BILL.replaceFirst("\"items\":\\[", "\"items\":[" + "{},".repeat(1_000)),
                "data.items has more than 1000 items: 1001");
    }

    private void add(String kind, String line, String reason) {
        all.add(new BrokenRecord(kind, line, reason));
    }

    private void add(String kind, byte[] line, String reason) {
        all.add(new BrokenRecord(kind, line, reason));
    }

    /** Compressed bytes, without those that would end a line. */
    private static byte[] deflated(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] compressed = bytes.toByteArray();
        for (int i = 0; i < compressed.length; i++) {
            compressed[i] = compressed[i] == '\n' || compressed[i] == '\r' ? 0 : compressed[i];
        }
        return compressed;
    }
}
