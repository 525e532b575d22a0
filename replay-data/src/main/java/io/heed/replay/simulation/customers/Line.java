package io.heed.replay.simulation.customers;

import io.heed.replay.simulation.company.Plan;

/** A line of an account: a mobile number or a broadband connection. */
public final class Line {
    private final String id;
    private final String user;
    private final boolean mobile;
    private Plan plan;
    private double balance;

    /** A line of a user. */
    public Line(String id, String user, boolean mobile, Plan plan) {
        this.id = id;
        this.user = user;
        this.mobile = mobile;
        this.plan = plan;
    }

    /** Names it in events. */
    public String id() {
        return id;
    }

    /** Who uses it. */
    public String user() {
        return user;
    }

    /** Whether it is a mobile line. */
    public boolean isMobile() {
        return mobile;
    }

    /** The plan it is on. */
    public Plan plan() {
        return plan;
    }

    /** Moves it to another plan. */
    public void changePlan(Plan newPlan) {
        plan = newPlan;
    }

    /** The prepaid balance, USD. */
    public double balance() {
        return balance;
    }

    /** Sets the prepaid balance. */
    public void setBalance(double newBalance) {
        balance = newBalance;
    }
}
