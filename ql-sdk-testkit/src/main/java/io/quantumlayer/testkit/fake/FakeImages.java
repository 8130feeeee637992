package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.BuiltImage;
import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageBuilder;
import io.quantumlayer.api.spi.image.ImageLayer;
import io.quantumlayer.api.spi.image.ImageOrigin;
import io.quantumlayer.api.spi.image.ImageSpec;
import io.quantumlayer.api.spi.image.ImageStatement;
import io.quantumlayer.api.spi.image.ImageStatements;
import io.quantumlayer.api.spi.image.ImageTarget;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.signing.ImageSigning;
import io.quantumlayer.api.spi.signing.ImageVerification;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignedStatement;
import io.quantumlayer.api.spi.supply.ImageSupply;
import io.quantumlayer.testkit.intercept.CallInterceptor;
import io.quantumlayer.testkit.intercept.Interception;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Images, signatures and statements in a {@link FakeWorld}: it takes twice what it is given twice, so that whoever asks
 * must look first. Thread-safe.
 */
public final class FakeImages {
    private static final String SIGNER = "fake-key";
    private static final List<String> TYPES = List.of("fake/materials", "fake/provenance");

    private final FakeWorld world;

    /**
     * Creates images of a world.
     *
     * @param world where they stand
     */
    public FakeImages(FakeWorld world) {
        this.world = Objects.requireNonNull(world, "world");
    }

    /**
     * Returns a supply, each part behind an interceptor.
     *
     * @param around stands around every call
     * @return the supply, which has Java and Python
     */
    public ImageSupply supply(CallInterceptor around) {
        ImageRegistry registry = Interception.of(ImageRegistry.class, new WorldRegistry(world), around);
        ImageBuilder builder = Interception.of(ImageBuilder.class, new BuilderOf(world), around);
        ImageBase base = new ImageBase.Scratch();
        return ImageSupply.builder(ImageReference.parse("registry.example.org/ql:any"), registry, builder)
                .tool(Tool.JAVA, base, "/java")
                .tool(Tool.PYTHON, base, "/python")
                .statements(Interception.of(ImageStatements.class, new StatementsOf(), around))
                .signing(Interception.of(ImageSigning.class, new SigningOf(world), around))
                .verification(Interception.of(ImageVerification.class, new VerificationOf(world), around))
                .build();
    }

    private static String at(ImageReference image) {
        return image.at(image.digest().orElseThrow()).toString();
    }

    /** Packs a file with the digest of all that goes in. */
    private record BuilderOf(FakeWorld world) implements ImageBuilder {
        @Override
        public BuiltImage build(CallContext context, ImageSpec spec, ImageTarget target, Consumer<String> progress) {
            StringBuilder content = new StringBuilder(spec.entrypoint().toString());
            Path folder = ((ImageTarget.Layout) target).folder();
            try {
                for (ImageLayer layer : spec.layers()) {
                    for (var file : new TreeMap<>(layer.files()).entrySet()) {
                        content.append(file.getKey()).append(Digest.of(Files.readAllBytes(file.getValue())));
                    }
                }
                Digest digest = Digest.of(content.toString());
                Files.writeString(Files.createDirectory(folder).resolve("digest"), digest.toString());
                return new BuiltImage(digest, spec.platforms(), List.of(digest), content.length());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void push(CallContext context, Path layout, ImageReference target) {
            try {
                Digest digest = Digest.parse(Files.readString(layout.resolve("digest")));
                world.publish(
                        "image " + target.at(digest),
                        context.idempotencyKey(),
                        context.clock().instant());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Says the least. */
    private record StatementsOf() implements ImageStatements {
        @Override
        public ImageStatement materials(CallContext context, ImageReference image, Path room) {
            return new ImageStatement(TYPES.get(0), "{}");
        }

        @Override
        public ImageStatement provenance(ImageOrigin origin) {
            return new ImageStatement(TYPES.get(1), "{}");
        }

        @Override
        public List<String> predicateTypes() {
            return TYPES;
        }

        @Override
        public String summary(String predicateType, String statement) {
            return "nothing in it";
        }
    }

    /** Signs again whatever it is asked to sign again. */
    private record SigningOf(FakeWorld world) implements ImageSigning {
        @Override
        public String signer() {
            return SIGNER;
        }

        @Override
        public Digest sign(CallContext context, ImageReference image) {
            return put(context, "signature of ", image);
        }

        @Override
        public Digest attest(CallContext context, ImageReference image, ImageStatement statement) {
            return put(context, statement.predicateType() + " of ", image);
        }

        private Digest put(CallContext context, String what, ImageReference image) {
            world.publish(
                    what + at(image), context.idempotencyKey(), context.clock().instant());
            return image.digest().orElseThrow();
        }

        @Override
        public String check(ImageReference image) {
            return "fake verify " + image;
        }
    }

    /** Believes what stands in the world. */
    private record VerificationOf(FakeWorld world) implements ImageVerification {
        @Override
        public SignatureVerdict signature(CallContext context, ImageReference image) {
            return verdict("signature of ", image, "fake/signature");
        }

        @Override
        public SignatureVerdict attestation(CallContext context, ImageReference image, String predicateType) {
            return verdict(predicateType + " of ", image, predicateType);
        }

        private SignatureVerdict verdict(String what, ImageReference image, String type) {
            Optional<SignedStatement> statement = Optional.of(new SignedStatement(type, "{}"));
            return world.published().contains(what + at(image))
                    ? new SignatureVerdict.Verified(SIGNER, image.digest().orElseThrow(), statement, List.of())
                    : SignatureVerdict.refused(SignatureVerdict.Reason.MISSING, "nobody signed it");
        }
    }
}
