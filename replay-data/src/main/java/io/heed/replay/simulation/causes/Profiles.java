package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.conversations.Emotion;
import io.heed.replay.simulation.customers.Customer;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is known about customers: told at the start, changed now and then; and the campaigns that rest on consent. */
final class Profiles implements Happening {
    private static final Duration BETWEEN_CHANGES = Duration.ofDays(1400);
    private static final Duration BETWEEN_STOPS = Duration.ofDays(9000);
    private static final Duration BETWEEN_ERASURES = Duration.ofDays(60_000);
    private static final Duration BETWEEN_CAMPAIGNS = Duration.ofDays(48);
    private static final double REPLIES = 0.12;
    private static final List<String> CHANNELS =
            List.of("sms,email,app", "app,sms", "email", "sms,phone", "app,email,phone", "sms");

    @Override
    public void plan(Life life) {
        Diary diary = life.diary();
        Instant start = diary.company().start();
        Chance chance = diary.chance("profile");
        boolean[] takesOffers = {chance.happens(0.6)};
        diary.record("customer.profile", start, first(life.customer(), takesOffers[0], chance));
        diary.repeatedly(chance, BETWEEN_CHANGES, time -> change(diary, time, chance));
        Chance stops = diary.chance("stops");
        diary.repeatedly(stops, BETWEEN_STOPS, time -> stop(diary, time, stops));
        Chance erasures = diary.chance("erasures");
        diary.repeatedly(erasures, BETWEEN_ERASURES, time -> erase(diary, time));
        Chance campaigns = diary.chance("campaigns");
        diary.repeatedly(campaigns, BETWEEN_CAMPAIGNS, time -> {
            if (takesOffers[0]) {
                takesOffers[0] = offer(life, diary.awake(time, campaigns), campaigns);
            }
        });
    }

    private static Payload first(Customer customer, boolean takesOffers, Chance chance) {
        boolean quiet = chance.happens(0.25);
        return Payload.of("timeZone", customer.area().zone().getId())
                .with("language", customer.language())
                .with("area", customer.area().key())
                .with("segment", customer.accounts().size() > 1 ? "multi" : "single")
                .with("channels", chance.pick(CHANNELS))
                .with("quietFrom", quiet ? chance.pick(List.of("20:00", "21:00", "22:00")) : null)
                .with("quietUntil", quiet ? chance.pick(List.of("07:00", "08:00", "09:00")) : null)
                .with("consentService", chance.happens(0.99))
                .with("consentAdvice", chance.happens(0.86))
                .with("consentOffer", takesOffers)
                .with("consentProfiling", chance.happens(0.9))
                .with("refusedChannels", chance.happens(0.15) ? "phone" : null);
    }

    private static void change(Diary diary, Instant time, Chance chance) {
        Payload changed = switch (chance.whole(0, 3)) {
            case 0 -> Payload.of("consentAdvice", chance.happens(0.4));
            case 1 -> Payload.of("consentProfiling", chance.happens(0.4));
            case 2 -> Payload.of("channels", chance.pick(CHANNELS));
            default -> Payload.of("quietFrom", "21:00").with("quietUntil", "08:00");
        };
        diary.record("customer.profile", time, changed);
    }

    private static void stop(Diary diary, Instant time, Chance chance) {
        String reason = chance.pick(List.of("bereavement", "fraud", "formal-complaint"));
        diary.record("customer.profile", time, Payload.of("stopReason", reason));
        Instant lifted = time.plus(chance.between(Duration.ofDays(20), Duration.ofDays(70)));
        diary.at(lifted, () -> diary.record("customer.profile", lifted, Payload.of("stopReason", "none")));
    }

    private static void erase(Diary diary, Instant time) {
        diary.record(
                "customer.erased",
                time,
                Payload.of("request", "ER-" + diary.customer().id()));
        diary.depart(time.plusSeconds(1));
    }

    /** Sends an offer; whether the customer still wants offers after it. */
    private static boolean offer(Life life, Instant time, Chance chance) {
        Diary diary = life.diary();
        String channel = chance.pick(List.of("sms", "sms", "email", "app"));
        String topic = chance.pick(List.of("new-phones", "more-data", "broadband", "roaming"));
        Payload sent = Payload.of("channel", channel)
                .with("purpose", "offer")
                .with("topic", topic)
                .with("system", "marketing");
        boolean replies = channel.equals("sms") && chance.happens(REPLIES);
        boolean annoyed =
                replies && chance.happens(0.3 + 0.5 * life.contacts().history().resentment());
        diary.at(time, () -> {
            String event = diary.record("outreach.sent", time, sent);
            if (replies) {
                reply(life, event, time.plus(Duration.ofMinutes(chance.whole(1, 180))), annoyed, chance);
            }
        });
        return !annoyed;
    }

    private static void reply(Life life, String event, Instant time, boolean annoyed, Chance chance) {
        Diary diary = life.diary();
        Emotion emotion = annoyed
                ? chance.pick(List.of(Emotion.FRUSTRATED, Emotion.ANGRY))
                : chance.pick(List.of(Emotion.CALM, Emotion.SATISFIED, Emotion.CONFUSED));
        diary.at(time, () -> life.contacts().replyBySms(event, time, emotion));
        if (annoyed) {
            Instant noted = time.plusSeconds(30);
            diary.at(noted, () -> diary.record("customer.profile", noted, Payload.of("consentOffer", false)));
        }
    }
}
