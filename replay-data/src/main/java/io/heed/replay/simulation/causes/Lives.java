package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.conversations.Contacts;
import io.heed.replay.simulation.life.Diary;
import java.util.List;

/** Lets customers live through the time of a recording. */
public final class Lives {
    private Lives() {}

    /** Lives a diary from the start of the recording to its end. */
    public static void live(Diary diary) {
        Life life = new Life(diary, new Contacts(diary), new Charges(diary));
        Bills bills = new Bills();
        List<Happening> happenings = List.of(
                new Profiles(),
                new Snapshots(),
                bills,
                new Usage(),
                new Prepaid(),
                new Addons(),
                new Trips(),
                new Overspending(),
                new KnownChanges(bills),
                new NetworkTroubles(),
                new OnlineTroubles(),
                new Browsing(),
                new Questions(),
                new Care(),
                new Departures(bills));
        happenings.forEach(happening -> happening.plan(life));
        diary.live();
    }
}
