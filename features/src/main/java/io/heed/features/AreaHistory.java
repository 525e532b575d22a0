package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.state.Cell;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The area of the customer at hand, as their profile named it. */
final class AreaHistory {
    private static final String PROFILE = "customer.profile";

    private final Cell<List<AreaSince>> areas;

    AreaHistory(StateStore state) {
        this.areas = state.cell("features.areas", Codecs.listOf(new AreaCodec()));
    }

    private record AreaSince(long timeMillis, String area) {}

    /** Notes the area of a profile; one known before stays where the profile names none. */
    void observe(CareEvent event) {
        String area = event.type().name().equals(PROFILE) ? event.text("area") : null;
        if (area == null) {
            return;
        }
        List<AreaSince> found = areas.get();
        List<AreaSince> all = found == null ? new ArrayList<>() : new ArrayList<>(found);
        int place = all.size();
        while (place > 0 && all.get(place - 1).timeMillis > event.timeMillis()) {
            place--;
        }
        all.add(place, new AreaSince(event.timeMillis(), area));
        while (all.size() > 1 && all.get(1).timeMillis < event.timeMillis()) {
            all.remove(0);
        }
        areas.set(all);
    }

    /** The area just before an instant, "" where none is known. */
    String areaBefore(long timeMillis) {
        List<AreaSince> found = areas.get();
        String area = "";
        if (found != null) {
            for (AreaSince since : found) {
                area = since.timeMillis < timeMillis ? since.area : area;
            }
        }
        return area;
    }

    void clear() {
        areas.clear();
    }

    private static final class AreaCodec implements Codec<AreaSince> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(AreaSince since, DataOutput out) throws IOException {
            out.writeLong(since.timeMillis);
            Codecs.writeText(since.area, out);
        }

        @Override
        public AreaSince read(DataInput in, int writtenVersion) throws IOException {
            return new AreaSince(in.readLong(), Codecs.readText(in));
        }
    }
}
