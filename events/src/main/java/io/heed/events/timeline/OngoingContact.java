package io.heed.events.timeline;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The last contact of a customer, ended or not.
 *
 * @param conversation the conversation that it began with
 * @param lastMillis its last opening or end
 * @param open the conversations that are not closed yet
 */
record OngoingContact(String conversation, String openingType, long startedMillis, long lastMillis, Set<String> open) {
    static final Codec<OngoingContact> CODEC = new ContactCodec();
    /** A conversation whose end never came is taken as ended after so long. */
    private static final long FORGOTTEN_MILLIS = 86_400_000;

    boolean goesOnAt(long nowMillis, long mergeGapMillis) {
        long gap = nowMillis - lastMillis;
        return open.isEmpty() ? gap < mergeGapMillis : gap < Math.max(FORGOTTEN_MILLIS, mergeGapMillis);
    }

    OngoingContact opened(String another) {
        Set<String> more = new TreeSet<>(open);
        more.add(another);
        return new OngoingContact(conversation, openingType, startedMillis, lastMillis, more);
    }

    OngoingContact closed(String one, long nowMillis) {
        Set<String> rest = new TreeSet<>(open);
        rest.remove(one);
        return new OngoingContact(conversation, openingType, startedMillis, nowMillis, rest);
    }

    private static final class ContactCodec implements Codec<OngoingContact> {
        private static final long serialVersionUID = 1L;
        private static final Codec<List<String>> TEXTS = Codecs.listOf(Codecs.TEXT);

        @Override
        public void write(OngoingContact contact, DataOutput out) throws IOException {
            Codecs.writeText(contact.conversation, out);
            Codecs.writeText(contact.openingType, out);
            out.writeLong(contact.startedMillis);
            out.writeLong(contact.lastMillis);
            TEXTS.write(new ArrayList<>(contact.open), out);
        }

        @Override
        public OngoingContact read(DataInput in, int writtenVersion) throws IOException {
            return new OngoingContact(
                    Codecs.readText(in),
                    Codecs.readText(in),
                    in.readLong(),
                    in.readLong(),
                    new TreeSet<>(TEXTS.read(in, 1)));
        }
    }
}
