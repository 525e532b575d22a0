package io.heed.replay.simulation.company;

import java.time.ZoneId;
import java.util.List;

/**
 * A part of the country with one network and one time zone.
 *
 * @param key names it in events
 * @param zone its time zone
 * @param spanishShare share of its customers who write Spanish
 */
public record Area(String key, ZoneId zone, double spanishShare) {
    private static final ZoneId EAST = ZoneId.of("America/New_York");
    private static final ZoneId CENTRAL = ZoneId.of("America/Chicago");
    private static final ZoneId MOUNTAIN = ZoneId.of("America/Denver");
    private static final ZoneId WEST = ZoneId.of("America/Los_Angeles");

    /** All areas. */
    public static final List<Area> ALL = List.of(
            new Area("alder-bay", EAST, 0.05),
            new Area("amber-falls", EAST, 0.05),
            new Area("birch-haven", EAST, 0.08),
            new Area("cedar-point", EAST, 0.2),
            new Area("coral-keys", EAST, 0.35),
            new Area("dover-mills", EAST, 0.05),
            new Area("elm-crossing", EAST, 0.05),
            new Area("fox-hollow", EAST, 0.1),
            new Area("granite-hill", CENTRAL, 0.05),
            new Area("hazel-grove", CENTRAL, 0.05),
            new Area("iron-lake", CENTRAL, 0.08),
            new Area("juniper-flats", CENTRAL, 0.3),
            new Area("kestrel-plain", CENTRAL, 0.05),
            new Area("linden-park", CENTRAL, 0.1),
            new Area("mesa-verde", MOUNTAIN, 0.3),
            new Area("north-fork", MOUNTAIN, 0.05),
            new Area("otter-creek", MOUNTAIN, 0.08),
            new Area("pine-ridge", MOUNTAIN, 0.05),
            new Area("quarry-town", WEST, 0.1),
            new Area("rio-seco", WEST, 0.35),
            new Area("sand-harbor", WEST, 0.2),
            new Area("tule-marsh", WEST, 0.1),
            new Area("union-flats", WEST, 0.05),
            new Area("vista-alta", WEST, 0.35));
}
