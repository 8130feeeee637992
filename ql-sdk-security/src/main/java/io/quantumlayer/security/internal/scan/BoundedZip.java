package io.quantumlayer.security.internal.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads hostile zip files entry by entry. Its bounds, 200,000 entries and 512 MiB unpacked, hold for everything that
 * one instance reads, zips within zips included. One thread's.
 */
public final class BoundedZip {
    private int entries = 200_000;
    private long left = 512L << 20;

    /** Creates one that has read nothing. */
    public BoundedZip() {}

    /** Takes the entries. */
    public interface Taker {
        /**
         * Takes an entry; what it leaves of the content is passed over.
         *
         * @param name the name, as it stands there
         * @param content what it holds, to be read by {@link BoundedZip#bytes}
         * @throws IOException if the zip is to be read no further
         */
        void take(String name, InputStream content) throws IOException;
    }

    /**
     * Reads a zip.
     *
     * @param in the bytes of the zip, closed by the caller
     * @param taker takes each entry
     * @return how many entries it has
     * @throws IOException if it cannot be read or is beyond the bounds
     * @throws IllegalArgumentException if the name of an entry cannot be read
     */
    public int read(InputStream in, Taker taker) throws IOException {
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
        int read = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (--entries < 0) {
                throw new IOException("it holds more entries than are read");
            }
            read++;
            taker.take(entry.getName(), zip);
            drain(zip);
        }
        return read;
    }

    /**
     * Reads a whole entry.
     *
     * @param content its content
     * @param most how many bytes it may have
     * @return the bytes
     * @throws IOException if it cannot be read, is larger, or is beyond the bounds
     */
    public byte[] bytes(InputStream content, int most) throws IOException {
        byte[] bytes = content.readNBytes(most + 1);
        spend(bytes.length);
        if (bytes.length > most) {
            throw new IOException("an entry of it is larger than is read");
        }
        return bytes;
    }

    private void drain(InputStream content) throws IOException {
        byte[] buffer = new byte[1 << 14];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            spend(read);
        }
    }

    private void spend(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new IOException("it unpacks to more than is read");
        }
    }
}
