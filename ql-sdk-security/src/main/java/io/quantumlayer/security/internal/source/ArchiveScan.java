package io.quantumlayer.security.internal.source;

import io.quantumlayer.security.internal.scan.Patience;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Unpacks an archive in memory, one entry at a time and within bounds: what unpacks to more is a bomb until shown
 * otherwise. Not safe for use by several threads.
 */
final class ArchiveScan {
    /** How deep archives are opened within each other. */
    static final int DEEPEST = 3;

    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 256L << 20;

    private final int entryBytes;
    private final Patience patience;
    private int entries;
    private long bytes;

    ArchiveScan(int entryBytes, Patience patience) {
        this.entryBytes = entryBytes;
        this.patience = patience;
    }

    /** Takes the content of one entry. */
    interface Taker {
        /** Takes an entry; a gzip file has one, without a name. */
        void take(String name, byte[] content) throws IOException;
    }

    /** An archive that unpacks to more than is borne. */
    static final class Bomb extends IOException {
        private static final long serialVersionUID = 1L;

        Bomb() {
            super("it unpacks to more than is looked at");
        }
    }

    /** Whether archives of a kind can be opened. */
    static boolean opens(Magic magic) {
        return magic == Magic.ZIP || magic == Magic.ZIP_EMPTY || magic == Magic.GZIP || magic == Magic.TAR;
    }

    /**
     * Gives each file of an archive to a taker.
     *
     * @return whether every entry was taken whole
     * @throws Bomb beyond the bounds
     * @throws IOException if it is no such archive
     */
    boolean open(Magic magic, InputStream in, Taker taker) throws IOException {
        try {
            return switch (magic) {
                case ZIP -> zip(in, taker);
                case ZIP_EMPTY -> true;
                case TAR -> tar(in, taker);
                default -> gzip(in, taker);
            };
        } catch (IllegalArgumentException e) {
            throw new IOException("an entry of it is malformed", e);
        }
    }

    private boolean zip(InputStream in, Taker taker) throws IOException {
        boolean whole = true;
        int before = entries;
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                whole &= take(entry.getName(), zip, taker);
            } else {
                entries++;
            }
        }
        // What cannot be read as an entry looks like the end of an archive.
        return whole && entries > before;
    }

    private boolean tar(InputStream in, Taker taker) throws IOException {
        boolean whole = true;
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isFile()) {
                whole &= take(entry.getName(), tar, taker);
            }
        }
        return whole;
    }

    private boolean gzip(InputStream in, Taker taker) throws IOException {
        BufferedInputStream content = new BufferedInputStream(new GZIPInputStream(in));
        content.mark(1 << 10);
        byte[] head = content.readNBytes(1 << 9);
        content.reset();
        boolean tarball = Magic.of(head).filter(Magic.TAR::equals).isPresent();
        return tarball ? tar(content, taker) : take("", content, taker);
    }

    private boolean take(String name, InputStream in, Taker taker) throws IOException {
        patience.check();
        if (++entries > MOST_ENTRIES) {
            throw new Bomb();
        }
        byte[] content = in.readNBytes(entryBytes);
        spend(content.length);
        long rest = drain(in);
        taker.take(name, content);
        return rest == 0;
    }

    private long drain(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long rest = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            spend(read);
            rest += read;
        }
        return rest;
    }

    private void spend(long read) throws Bomb {
        bytes += read;
        if (bytes > MOST_BYTES) {
            throw new Bomb();
        }
    }
}
