package io.heed.triggers.play;

import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import io.heed.triggers.profile.ContactCap;
import io.heed.triggers.profile.QuietHours;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a workspace's policy from YAML; what it leaves out is as in {@link Policy#careful}. */
final class PolicyReader {
    private static final Policy CAREFUL = Policy.careful();

    private PolicyReader() {}

    static Policy read(YamlMapping body) {
        YamlMapping control = mapping(body.find("control-group"));
        Policy policy = new Policy(
                zone(body.find("time-zone")),
                quietHours(body.find("quiet-hours")),
                caps(body),
                control == null ? 0 : control.number("share", 0),
                control == null ? "" : control.requireText("salt", "spring-2026"),
                body.text("trigger-salt", ""),
                rests(mapping(body.find("rest"))));
        if (control != null) {
            control.rejectUnknownKeys();
        }
        body.rejectUnknownKeys();
        return policy;
    }

    private static ZoneId zone(@Nullable YamlValue at) {
        if (at == null) {
            return CAREFUL.timeZone();
        }
        try {
            return ZoneId.of(at.text());
        } catch (DateTimeException unknown) {
            at.problem("time-zone is unknown: " + at.text() + " (legal: Europe/Madrid)");
            return CAREFUL.timeZone();
        }
    }

    private static QuietHours quietHours(@Nullable YamlValue at) {
        YamlMapping mapping = mapping(at);
        if (at == null || mapping == null) {
            return CAREFUL.quietHours();
        }
        QuietHours hours =
                QuietHours.parse(mapping.requireText("from", "\"21:00\""), mapping.requireText("until", "\"08:00\""));
        mapping.rejectUnknownKeys();
        if (hours == null) {
            at.problem("quiet-hours are no times of day (legal: quiet-hours: {from: \"21:00\", until: \"08:00\"})");
            return CAREFUL.quietHours();
        }
        return hours;
    }

    private static List<ContactCap> caps(YamlMapping body) {
        YamlValue contact = body.find("contact-caps");
        YamlValue offers = body.find("offer-caps");
        if (contact == null && offers == null) {
            return CAREFUL.caps();
        }
        List<ContactCap> caps = new ArrayList<>();
        addCaps(contact, "messages", false, caps);
        addCaps(offers, "offers", true, caps);
        return caps;
    }

    private static void addCaps(@Nullable YamlValue at, String count, boolean offersOnly, List<ContactCap> caps) {
        for (YamlValue item : at == null ? List.<YamlValue>of() : at.list()) {
            YamlMapping mapping = item.mapping();
            if (mapping == null) {
                continue;
            }
            YamlValue most = mapping.require(count, "3");
            YamlValue within = mapping.require("within", "7d");
            mapping.rejectUnknownKeys();
            if (most != null && within != null) {
                ContactCap cap = mapping.problems()
                        .build(
                                item.position(),
                                () -> new ContactCap(most.wholeNumber(), within.durationMillis(), offersOnly));
                if (cap != null) {
                    caps.add(cap);
                }
            }
        }
    }

    private static Policy.RestTimes rests(@Nullable YamlMapping body) {
        Policy.RestTimes careful = CAREFUL.rests();
        if (body == null) {
            return careful;
        }
        Policy.RestTimes rests = new Policy.RestTimes(
                body.durationMillis("annoyed", careful.annoyedMillis()),
                body.durationMillis("declined", careful.declinedMillis()),
                body.durationMillis("escalated", careful.escalatedMillis()));
        body.rejectUnknownKeys();
        return rests;
    }

    private static @Nullable YamlMapping mapping(@Nullable YamlValue at) {
        return at == null ? null : at.mapping();
    }
}
