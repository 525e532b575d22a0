package io.heed.triggers.profile;

import io.heed.events.CareEvent;
import io.heed.events.Field;
import io.heed.events.expression.Fields;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the customer's {@code customer.profile} events say, field by field: the newest word on each counts, however late
 * it arrived.
 */
public record CustomerProfile(SortedMap<String, Fact> facts) implements Fields {
    /** The profile of a customer of whom nothing is known: service messages only, on any channel. */
    public static final CustomerProfile UNKNOWN = new CustomerProfile(new TreeMap<>());
    /** Profiles as bytes. */
    public static final Codec<CustomerProfile> CODEC = new ProfileCodec();

    /** One field's value, a text or a flag, and since when it holds. */
    public record Fact(Object value, long sinceMillis) {}

    /** This profile with what a {@code customer.profile} event says; fields it leaves out stay as they are. */
    public CustomerProfile after(CareEvent event) {
        SortedMap<String, Fact> all = new TreeMap<>(facts);
        for (Field field : event.type().fields()) {
            Object value = event.value(field.name());
            Fact known = all.get(field.name());
            if (value != null && (known == null || known.sinceMillis() <= event.timeMillis())) {
                all.put(field.name(), new Fact(value, event.timeMillis()));
            }
        }
        return new CustomerProfile(all);
    }

    /** Whether messages of a purpose may be sent; while nothing is known, only those about the service. */
    public boolean allows(Purpose purpose) {
        return switch (purpose) {
            case SERVICE -> !Boolean.FALSE.equals(get("consentService"));
            case ADVICE -> Boolean.TRUE.equals(get("consentAdvice"));
            case OFFER -> Boolean.TRUE.equals(get("consentOffer"));
        };
    }

    /** Whether models may score the customer. */
    public boolean allowsProfiling() {
        return Boolean.TRUE.equals(get("consentProfiling"));
    }

    /** Why the customer must be left alone, or "" where nothing speaks against it. */
    public String stopReason() {
        String reason = text("stopReason");
        return reason == null || reason.equals("none") ? "" : reason;
    }

    /** The first of some channels by which the customer can and wants to be reached, or "" where there is none. */
    public String firstChannel(List<String> channels) {
        List<String> refused = listed("refusedChannels");
        List<String> reachable = listed("channels");
        return channels.stream()
                .filter(channel -> !refused.contains(channel))
                .filter(channel -> reachable.isEmpty() || reachable.contains(channel))
                .findFirst()
                .orElse("");
    }

    /** The customer's time zone, or the fallback where it is unknown or no time zone. */
    public ZoneId zone(ZoneId fallback) {
        String zone = text("timeZone");
        try {
            return zone == null ? fallback : ZoneId.of(zone);
        } catch (DateTimeException notAZone) {
            return fallback;
        }
    }

    /** The customer's quiet hours, or the fallback where they are unknown or no times of day. */
    public QuietHours quietHours(QuietHours fallback) {
        QuietHours own = QuietHours.parse(text("quietFrom"), text("quietUntil"));
        return own == null ? fallback : own;
    }

    @Override
    public @Nullable Object get(String field) {
        Fact fact = facts.get(field);
        return fact == null ? null : fact.value();
    }

    private @Nullable String text(String field) {
        return get(field) instanceof String text ? text : null;
    }

    private List<String> listed(String field) {
        String listed = text(field);
        return listed == null
                ? List.of()
                : Arrays.stream(listed.split(","))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    private static final class ProfileCodec implements Codec<CustomerProfile> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(CustomerProfile profile, DataOutput out) throws IOException {
            Codecs.writeVarInt(profile.facts.size(), out);
            for (Map.Entry<String, Fact> entry : profile.facts.entrySet()) {
                Codecs.writeText(entry.getKey(), out);
                out.writeLong(entry.getValue().sinceMillis());
                Object value = entry.getValue().value();
                out.writeBoolean(value instanceof Boolean);
                if (value instanceof Boolean flag) {
                    out.writeBoolean(flag);
                } else {
                    Codecs.writeText(value.toString(), out);
                }
            }
        }

        @Override
        public CustomerProfile read(DataInput in, int writtenVersion) throws IOException {
            SortedMap<String, Fact> facts = new TreeMap<>();
            for (int left = Codecs.readVarInt(in); left > 0; left--) {
                String field = Codecs.readText(in);
                long sinceMillis = in.readLong();
                Object value = in.readBoolean() ? (Object) in.readBoolean() : Codecs.readText(in);
                facts.put(field, new Fact(value, sinceMillis));
            }
            return new CustomerProfile(facts);
        }
    }
}
