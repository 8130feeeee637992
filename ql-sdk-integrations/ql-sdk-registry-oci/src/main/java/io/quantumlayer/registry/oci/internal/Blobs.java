package io.quantumlayer.registry.oci.internal;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Reads and writes blobs; what is read is checked against size and digest. */
public final class Blobs {
    private static final int MAX_IN_MEMORY = 32 * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    private final Requests requests;

    /** Sends through these. */
    public Blobs(Requests requests) {
        this.requests = requests;
    }

    /** Reads a small blob. */
    public byte[] read(CallContext context, ImageReference repository, RegistryDescriptor blob) {
        if (blob.size() > MAX_IN_MEMORY) {
            throw Failures.answer("The blob " + blob.digest() + " is larger than 32 MiB.");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy(context, repository, blob, out);
        return out.toByteArray();
    }

    /** Reads a blob into a file that appears when it is complete. */
    public void read(CallContext context, ImageReference repository, RegistryDescriptor blob, Path target) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                copy(context, repository, blob, out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        } finally {
            part.toFile().delete();
        }
    }

    private void copy(CallContext context, ImageReference repository, RegistryDescriptor blob, OutputStream out) {
        Request request = new Request.Builder()
                .url(requests.url(repository, "/blobs/" + blob.digest()))
                .build();
        try (Response answer = requests.send(context, repository, "pull", request)) {
            if (!answer.isSuccessful()) {
                throw Requests.refused(answer);
            }
            MessageDigest sha256 = Digest.sha256();
            InputStream in = answer.body().byteStream();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0 && size <= blob.size(); read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
                out.write(buffer, 0, read);
                size += read;
            }
            boolean same = HexFormat.of()
                    .formatHex(sha256.digest())
                    .equals(blob.digest().hex());
            if (size != blob.size() || !same) {
                throw Failures.answer("The blob " + blob.digest() + " is not what the registry sent.");
            }
        } catch (IOException e) {
            throw Failures.network(e, Requests.what(request));
        }
    }

    /** Writes a file unless its digest is already there. */
    public void write(CallContext context, ImageReference repository, RegistryDescriptor blob, Path content) {
        write(context, repository, blob, RequestBody.create(content.toFile(), BYTES));
    }

    /** Writes bytes unless their digest is already there. */
    public void write(CallContext context, ImageReference repository, RegistryDescriptor blob, byte[] content) {
        write(context, repository, blob, RequestBody.create(content, BYTES));
    }

    private void write(CallContext context, ImageReference repository, RegistryDescriptor blob, RequestBody body) {
        if (isThere(context, repository, blob)) {
            return;
        }
        HttpUrl upload = start(context, repository)
                .newBuilder()
                .addQueryParameter("digest", blob.digest().toString())
                .build();
        Request request = new Request.Builder().url(upload).put(body).build();
        try (Response answer = requests.send(context, repository, "pull,push", request)) {
            if (!answer.isSuccessful()) {
                throw Requests.refused(answer);
            }
        }
    }

    private boolean isThere(CallContext context, ImageReference repository, RegistryDescriptor blob) {
        Request request = new Request.Builder()
                .url(requests.url(repository, "/blobs/" + blob.digest()))
                .head()
                .build();
        try (Response answer = requests.send(context, repository, "pull,push", request)) {
            if (!answer.isSuccessful() && answer.code() != 404) {
                throw Requests.refused(answer);
            }
            return answer.isSuccessful();
        }
    }

    private HttpUrl start(CallContext context, ImageReference repository) {
        Request request = new Request.Builder()
                .url(requests.url(repository, "/blobs/uploads/"))
                .post(RequestBody.create(new byte[0], null))
                .build();
        try (Response answer = requests.send(context, repository, "pull,push", request)) {
            String location = answer.header("Location");
            if (!answer.isSuccessful() || location == null) {
                throw Requests.refused(answer);
            }
            return requests.resolve(repository, answer.request().url(), location);
        }
    }
}
