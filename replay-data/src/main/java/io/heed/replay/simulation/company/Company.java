package io.heed.replay.simulation.company;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.chance.Seed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happens to the whole company or to an area, drawn once; customers are independent of each other given it. */
public final class Company {
    /** The subject of the company's own events. */
    public static final String SUBJECT = "heedtel";

    /** The mean time from the end of an area's outage to the next. */
    public static final Duration BETWEEN_OUTAGES = Duration.ofDays(26);

    /** The share of outages that hit mobile lines; the others hit broadband ones. */
    public static final double MOBILE_OUTAGES = 0.6;

    /** The mean time from when a form works again to the next that breaks. */
    public static final Duration BETWEEN_BROKEN_FORMS = Duration.ofDays(24);

    private static final Duration BETWEEN_SLOW_SUPPORT = Duration.ofDays(40);
    private static final List<String> OUTAGE_CAUSES = List.of("power", "fibre-cut", "hardware", "weather");
    private static final List<String[]> FORMS = List.of(
            new String[] {"payment", "payment"},
            new String[] {"change-plan", "plans"},
            new String[] {"change-address", "account"},
            new String[] {"cancel-add-on", "add-ons"},
            new String[] {"login", "home"});

    private final Instant start;
    private final Instant end;
    private final List<Outage> outages = new ArrayList<>();
    private final List<BrokenForm> brokenForms = new ArrayList<>();
    private final List<SlowSupport> slowSupport = new ArrayList<>();

    /** The company's course between two instants. */
    public Company(Seed seed, Instant start, Instant end) {
        this.start = start;
        this.end = end;
        Area.ALL.forEach(
                area -> drawOutages(area, seed.of("outages").of(area.key()).chance()));
        outages.sort(Comparator.comparing(Outage::from).thenComparing(Outage::id));
        drawBrokenForms(seed.of("forms").chance());
        drawSlowSupport(seed.of("support").chance());
    }

    /** When the recording starts. */
    public Instant start() {
        return start;
    }

    /** When the recording ends. */
    public Instant end() {
        return end;
    }

    /** All outages, by start. */
    public List<Outage> outages() {
        return List.copyOf(outages);
    }

    /** The outages of an area, by start. */
    public List<Outage> outagesIn(Area area) {
        return outages.stream().filter(outage -> outage.area().equals(area)).toList();
    }

    /** The times when a form was broken, by start. */
    public List<BrokenForm> brokenForms() {
        return List.copyOf(brokenForms);
    }

    /** The times when support was slow, by start. */
    public List<SlowSupport> slowSupport() {
        return List.copyOf(slowSupport);
    }

    /** How much support had to do for each person it had: 1 on an ordinary day, more on Mondays and in slow times. */
    public double supportLoad(Instant time) {
        double load = slowSupport.stream()
                .filter(slow -> !time.isBefore(slow.from()) && time.isBefore(slow.to()))
                .mapToDouble(SlowSupport::load)
                .max()
                .orElse(1);
        boolean monday = time.atZone(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.MONDAY;
        return monday ? load * 1.25 : load;
    }

    private void drawOutages(Area area, Chance chance) {
        int number = 0;
        Instant from = start.plus(chance.exponential(BETWEEN_OUTAGES));
        while (from.isBefore(end)) {
            double hours = Math.max(0.5, Math.min(30, chance.exponential(5)));
            Instant to = from.plusSeconds((long) (hours * 3600));
            String service = chance.happens(MOBILE_OUTAGES) ? "mobile" : "broadband";
            outages.add(new Outage(
                    "OUT-" + area.key() + "-" + ++number, area, service, chance.pick(OUTAGE_CAUSES), from, to));
            from = to.plus(chance.exponential(BETWEEN_OUTAGES));
        }
    }

    private void drawBrokenForms(Chance chance) {
        Instant from = start.plus(chance.exponential(BETWEEN_BROKEN_FORMS));
        while (from.isBefore(end)) {
            Instant to = from.plus(chance.between(Duration.ofHours(20), Duration.ofDays(4)));
            String[] form = chance.pick(FORMS);
            brokenForms.add(new BrokenForm(form[0], form[1], from, to));
            from = to.plus(chance.exponential(BETWEEN_BROKEN_FORMS));
        }
    }

    private void drawSlowSupport(Chance chance) {
        Instant from = start.plus(chance.exponential(BETWEEN_SLOW_SUPPORT));
        while (from.isBefore(end)) {
            Instant to = from.plus(chance.between(Duration.ofDays(4), Duration.ofDays(11)));
            slowSupport.add(new SlowSupport(from, to, chance.between(1.6, 2.4)));
            from = to.plus(chance.exponential(BETWEEN_SLOW_SUPPORT));
        }
    }
}
