package io.heed.jobs.commands.language;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream in UTF-8, plain or gzip; a line that cannot be read takes no other line with it. */
final class MessageLines implements Closeable {
    static final int LONGEST_LINE_BYTES = 1 << 20;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final BufferedInputStream in;
    private long number;

    private MessageLines(BufferedInputStream in) {
        this.in = in;
    }

    /** The lines of a stream, which is unpacked where it begins as gzip does. */
    static MessageLines of(InputStream raw) throws IOException {
        BufferedInputStream packed = new BufferedInputStream(raw, BUFFER_BYTES);
        boolean gzip = beginsWith(packed, 0x1F, 0x8B);
        BufferedInputStream in =
                gzip ? new BufferedInputStream(new GZIPInputStream(packed, BUFFER_BYTES), BUFFER_BYTES) : packed;
        if (beginsWith(in, BYTE_ORDER_MARK)) {
            in.skipNBytes(BYTE_ORDER_MARK.length);
        }
        return new MessageLines(in);
    }

    /** The format that the beginning tells. */
    MessageFormat format() throws IOException {
        return MessageFormat.of(in);
    }

    /** The next line; null at the end. */
    @Nullable
    MessageLine next() throws IOException {
        int next = in.read();
        if (next < 0) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        long length = 0;
        for (; next >= 0 && next != '\n'; next = in.read()) {
            length++;
            if (length <= LONGEST_LINE_BYTES) {
                bytes.write(next);
            }
        }
        number++;
        return length > LONGEST_LINE_BYTES
                ? MessageLine.unreadable(
                        number, 1, "the line is longer than " + LONGEST_LINE_BYTES + " bytes: " + length)
                : decoded(bytes.toByteArray());
    }

    private MessageLine decoded(byte[] bytes) {
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, 0, length), text, true);
        if (result.isError()) {
            return MessageLine.unreadable(number, text.position() + 1, "the line is not in UTF-8");
        }
        return MessageLine.of(number, text.flip().toString());
    }

    private static boolean beginsWith(BufferedInputStream in, int... expected) throws IOException {
        in.mark(expected.length);
        boolean same = true;
        for (int value : expected) {
            same = same && in.read() == value;
        }
        in.reset();
        return same;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
