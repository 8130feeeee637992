package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.supply.ImageSupply;
import io.quantumlayer.image.jib.JibImageBuilder;
import io.quantumlayer.registry.oci.OciRegistry;
import io.quantumlayer.security.sbom.ImageRecords;
import io.quantumlayer.security.signing.ImageSigner;
import io.quantumlayer.security.signing.ImageVerifier;
import io.quantumlayer.security.signing.SignatureLayout;
import io.quantumlayer.security.signing.SigningKey;
import io.quantumlayer.security.signing.VerificationKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What tests in container mode need: bases of this machine's own programs, a key, and podman to look with. */
final class Containers {
    private final Path folder;

    Containers(Path folder) {
        this.folder = folder;
    }

    /**
     * Who is believed and who signs.
     *
     * @param trusted the key that is believed
     * @param keys the keys that sign
     */
    record Trust(VerificationKey trusted, KeyPair keys) {}

    void confined() throws Exception {
        String seen = podman().must(
                        "container",
                        "inspect",
                        "--latest",
                        "--format",
                        "{{.HostConfig.ReadonlyRootfs}} {{.Config.User}} {{.EffectiveCaps}} {{.HostConfig.Memory}}"
                                + " {{.HostConfig.PidsLimit}}");
        assertThat(seen).contains("true 10001:10001 []", "536870912 512");
    }

    String readBySkopeo(List<Evidence> evidence) throws Exception {
        String check = evidence.stream()
                .filter(each -> each.claim() == Claim.IMAGE_SIGNED)
                .findFirst()
                .orElseThrow()
                .detail();
        String image = check.substring(check.lastIndexOf(' ') + 1);
        Peer.Answer seen = inspected(image);
        assertThat(seen.exitCode()).as(seen.text()).isZero();
        assertThat(seen.text()).contains("\"Architecture\": \"amd64\"", image.substring(image.indexOf("sha256:")));
        return image;
    }

    Peer.Answer inspected(String image) throws Exception {
        return Peer.of("skopeo", folder, Map.of()).run("inspect", "--tls-verify=false", "docker://" + image);
    }

    QuantumLayer open(Home home, RegistryPeer server, Trust trust) throws Exception {
        OciRegistry registry = OciRegistry.create().build();
        Path base = folder.resolve("base");
        Path java = Files.isDirectory(base) ? base : MachineBase.java(base);
        Path other = folder.resolve("python-base");
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(trust.keys().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        ImageSigner signer = ImageSigner.create(registry, SigningKey.pem(Secret.of(pem)));
        ImageSupply supply = ImageSupply.builder(
                        ImageReference.parse(server.host() + "/ql"),
                        registry,
                        JibImageBuilder.create(folder.resolve("cache"), registry))
                .tool(Tool.JAVA, new ImageBase.Directory(java), "/opt/java/bin/java")
                .tool(Tool.PYTHON, new ImageBase.Directory(other), "/usr/bin/python3")
                .statements(ImageRecords.of(registry))
                .signing(signer.storing(SignatureLayout.BUNDLE))
                .verification(ImageVerifier.trusting(registry, trust.trusted()))
                .build();
        return home.builder()
                .images(supply)
                .setting("launcher", "path", Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .setting("local", "containers-conf", configuration().toString())
                .build();
    }

    Peer podman() throws Exception {
        Peer.find("runc");
        return Peer.of(
                "podman", folder, Map.of("CONTAINERS_CONF", configuration().toString()));
    }

    /** What podman needs where it may not raise limits and finds control groups of version 1. */
    private Path configuration() throws Exception {
        return Files.writeString(folder.resolve("containers.conf"), """
                [containers]
                default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
                [engine]
                runtime = "runc"
                cgroup_manager = "cgroupfs"
                events_logger = "file"
                """);
    }

    static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
