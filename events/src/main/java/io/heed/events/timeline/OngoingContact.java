package io.heed.events.timeline;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The last contact of a customer, ended or not.
 *
 * @param conversation the conversation that it began with
 * @param lastMillis its last opening or end
 * @param open when each conversation that is not closed yet was opened
 */
record OngoingContact(
        String conversation, String openingType, long startedMillis, long lastMillis, SortedMap<String, Long> open) {
    static final Codec<OngoingContact> CODEC = new ContactCodec();
    /** A conversation whose end never came is taken as ended after so long. */
    private static final long FORGOTTEN_MILLIS = 86_400_000;

    static OngoingContact started(String conversation, String openingType, long nowMillis) {
        return new OngoingContact(conversation, openingType, nowMillis, nowMillis, new TreeMap<>());
    }

    /** Whether something that opens now belongs to this contact. */
    boolean goesOnAt(long nowMillis, long mergeGapMillis) {
        return !open.isEmpty() || nowMillis - lastMillis < mergeGapMillis;
    }

    /** The same contact without conversations that were opened too long ago to be going on still. */
    OngoingContact withoutForgotten(long nowMillis) {
        SortedMap<String, Long> rest = new TreeMap<>(open);
        rest.values().removeIf(openedMillis -> nowMillis - openedMillis >= FORGOTTEN_MILLIS);
        return new OngoingContact(conversation, openingType, startedMillis, lastMillis, rest);
    }

    OngoingContact opened(String another, long nowMillis) {
        SortedMap<String, Long> more = new TreeMap<>(open);
        more.put(another, nowMillis);
        return new OngoingContact(conversation, openingType, startedMillis, nowMillis, more);
    }

    OngoingContact closed(String one, long nowMillis) {
        SortedMap<String, Long> rest = new TreeMap<>(open);
        rest.remove(one);
        return new OngoingContact(conversation, openingType, startedMillis, nowMillis, rest);
    }

    OngoingContact closedWholly(long nowMillis) {
        return new OngoingContact(conversation, openingType, startedMillis, nowMillis, new TreeMap<>());
    }

    private static final class ContactCodec implements Codec<OngoingContact> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(OngoingContact contact, DataOutput out) throws IOException {
            Codecs.writeText(contact.conversation, out);
            Codecs.writeText(contact.openingType, out);
            out.writeLong(contact.startedMillis);
            out.writeLong(contact.lastMillis);
            Codecs.writeVarInt(contact.open.size(), out);
            for (Map.Entry<String, Long> conversation : contact.open.entrySet()) {
                Codecs.writeText(conversation.getKey(), out);
                out.writeLong(conversation.getValue());
            }
        }

        @Override
        public OngoingContact read(DataInput in, int writtenVersion) throws IOException {
            return new OngoingContact(
                    Codecs.readText(in), Codecs.readText(in), in.readLong(), in.readLong(), readOpen(in));
        }

        private static SortedMap<String, Long> readOpen(DataInput in) throws IOException {
            SortedMap<String, Long> open = new TreeMap<>();
            for (int left = Codecs.readVarInt(in); left > 0; left--) {
                open.put(Codecs.readText(in), in.readLong());
            }
            return open;
        }
    }
}
