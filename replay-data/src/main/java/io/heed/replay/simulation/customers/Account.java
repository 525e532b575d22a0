package io.heed.replay.simulation.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account: what is billed together, or one prepaid line. */
public final class Account {
    private final String id;
    private final boolean prepaid;
    private final int billDay;
    private final String method;
    private final Instant since;
    private final List<Line> lines = new ArrayList<>();
    private final List<HeldAddon> addons = new ArrayList<>();
    private double deviceInstalment;
    private @Nullable Promotion promotion;
    private int annualMonth;

    /** An account; {@code annualMonth} 1 to 12 for one with an annual charge, 0 for none. */
    Account(String id, boolean prepaid, int billDay, String method, Instant since) {
        this.id = id;
        this.prepaid = prepaid;
        this.billDay = billDay;
        this.method = method;
        this.since = since;
    }

    /** An account that pays by bill. */
    public static Account postpaid(String id, int billDay, String method, Instant since) {
        return new Account(id, false, billDay, method, since);
    }

    /** An account that is topped up. */
    public static Account prepaid(String id, Instant since) {
        return new Account(id, true, 0, "card", since);
    }

    /** Names it in events. */
    public String id() {
        return id;
    }

    /** Whether it is topped up rather than billed. */
    public boolean isPrepaid() {
        return prepaid;
    }

    /** Day of the month of its bill run. */
    public int billDay() {
        return billDay;
    }

    /** How it pays its bills. */
    public String method() {
        return method;
    }

    /** When it was opened. */
    public Instant since() {
        return since;
    }

    /** Its lines, which may be added to and removed. */
    public List<Line> lines() {
        return lines;
    }

    /** Its add-ons, which may be added to and removed. */
    public List<HeldAddon> addons() {
        return addons;
    }

    /** Instalments for devices a month, USD. */
    public double deviceInstalment() {
        return deviceInstalment;
    }

    /** Adds a device's instalment. */
    public void addDeviceInstalment(double monthly) {
        deviceInstalment += monthly;
    }

    /** The running promotion, or null. */
    public @Nullable Promotion promotion() {
        return promotion;
    }

    /** Starts a promotion, or ends it with null. */
    public void setPromotion(@Nullable Promotion newPromotion) {
        promotion = newPromotion;
    }

    /** The month, 1 to 12, of its annual charge; 0 for none. */
    public int annualMonth() {
        return annualMonth;
    }

    void setAnnualMonth(int month) {
        annualMonth = month;
    }

    /** What comes each month: plans, add-ons and instalments, less the promotion, USD. */
    public double recurring() {
        double plans = lines.stream().mapToDouble(line -> line.plan().monthly()).sum();
        double extras =
                addons.stream().mapToDouble(addon -> addon.product().monthly()).sum();
        double discount = promotion == null ? 0 : promotion.monthlyDiscount();
        return plans + extras + deviceInstalment - discount;
    }
}
