package fi.hytekello.platform.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads no more than so many bytes: a longer stream ends with {@link TooLong}, not silently. */
public final class BoundedStream extends FilterInputStream {

    private long left;

    public BoundedStream(InputStream stream, long most) {
        super(stream);
        this.left = most;
    }

    /** The stream is longer than it may be. */
    public static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = super.read(buffer, offset, length);
        count(Math.max(some, 0));
        return some;
    }

    private void count(int bytes) throws TooLong {
        left -= bytes;
        if (left < 0) {
            throw new TooLong();
        }
    }
}
