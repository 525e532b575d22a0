package io.heed.replay.simulation.company;

import io.heed.replay.simulation.recording.Payload;
import java.util.ArrayList;
import java.util.List;

/** What the company sells. */
public final class Catalogue {
    /** The plan of prepaid lines. */
    public static final Plan PREPAID = new Plan("prepaid-flex", 0, 2_500);

    /** Plans of mobile lines, cheapest first. */
    public static final List<Plan> MOBILE = List.of(
            new Plan("mobile-basic", 22, 3_000),
            new Plan("mobile-plus", 35, 9_000),
            new Plan("mobile-family", 42, 14_000),
            new Plan("mobile-max", 55, 30_000));

    /** Plans of broadband lines, cheapest first. */
    public static final List<Plan> BROADBAND =
            List.of(new Plan("home-100", 39, 120_000), new Plan("home-500", 54, 260_000));

    /** A pass that covers roaming. */
    public static final Product ROAMING_PASS = new Product("roaming-pass", "Travel Pass", 12, UseType.ROAMING, true, 0);

    /** Add-ons; the last ones are traps for who looks for unused ones: use unseen, or not to be given back. */
    public static final List<Product> ADDONS = List.of(
            new Product("music", "Tune Box", 5.99, UseType.ADDON, true, 0),
            new Product("video", "Film Night", 9.99, UseType.ADDON, true, 0),
            new Product("cloud", "Cloud Locker", 2.99, UseType.ADDON, true, 0),
            new Product("sports", "Sports Arena", 14.99, UseType.ADDON, true, 30),
            new Product("magazines", "Reading Corner", 3.99, UseType.ADDON, true, 0),
            new Product("kids-safety", "Kids Guard", 4.99, UseType.ADDON, true, 90),
            new Product("world-calls", "World Calls", 8, UseType.VOICE, true, 0),
            new Product("data-boost", "Data Boost", 10, UseType.DATA, true, 0),
            new Product("device-care", "Device Care", 7.99, UseType.NONE, true, 0),
            new Product("priority-line", "Priority Line", 3.5, UseType.ADDON, false, 0));

    private Catalogue() {}

    /** The payloads of the {@code product.listed} events that describe it. */
    public static List<Payload> listing() {
        List<Payload> listing = new ArrayList<>();
        for (Plan plan : plans()) {
            listing.add(Payload.of("product", plan.key())
                    .with("name", plan.key())
                    .with("kind", "plan")
                    .with("monthly", plan.monthly()));
        }
        ADDONS.forEach(addon -> listing.add(listed(addon, "add-on")));
        listing.add(listed(ROAMING_PASS, "pass"));
        return listing;
    }

    private static List<Plan> plans() {
        List<Plan> plans = new ArrayList<>(MOBILE);
        plans.addAll(BROADBAND);
        plans.add(PREPAID);
        return plans;
    }

    private static Payload listed(Product product, String kind) {
        return Payload.of("product", product.key())
                .with("name", product.name())
                .with("kind", kind)
                .with("monthly", product.monthly())
                .with("useType", product.useType().word())
                .with("cancellable", product.cancellable())
                .with("commitmentDays", product.commitmentDays());
    }
}
