package io.quantumlayer.provider.local;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Observation.Presence;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Standing;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Walks the folders of a home and asks each service what it sees there. A folder that is no id is not ours. */
final class LocalInventory {
    /** Stands for any release where all of an application share a resource; one that was never minted. */
    private static final ReleaseId NONE = new ReleaseId("r000000000000");

    private final LocalHome home;
    private final List<LocalService> services;

    LocalInventory(LocalHome home, List<LocalService> services) {
        this.home = home;
        this.services = services;
    }

    List<Standing> list(CallContext context, Predicate<ApplicationId> wanted) throws IOException {
        List<Standing> all = new ArrayList<>();
        Optional<Path> root = home.path();
        if (root.isEmpty()) {
            return all;
        }
        for (String tenant : folders(root.get())) {
            for (String name : folders(root.get().resolve(tenant))) {
                if (ApplicationId.isValid(tenant, name) && wanted.test(new ApplicationId(tenant, name))) {
                    all.addAll(of(context, new ApplicationId(tenant, name)));
                }
            }
        }
        return all;
    }

    private List<Standing> of(CallContext context, ApplicationId application) throws IOException {
        List<ReleaseId> releases = new ArrayList<>();
        for (String release : folders(home.application(application).releases())) {
            if (ReleaseId.isValid(release)) {
                releases.add(new ReleaseId(release));
            }
        }
        Map<String, Standing> standing = new LinkedHashMap<>();
        for (ReleaseId release : releases.isEmpty() ? List.of(NONE) : releases) {
            for (LocalService service : services) {
                Operation operation = service.operation(application, release);
                Observation seen = service.observe(context, operation);
                if (seen.presence() == Presence.PRESENT) {
                    standing.putIfAbsent(operation.resource(), standing(application, release, operation));
                }
            }
        }
        return List.copyOf(standing.values());
    }

    private Standing standing(ApplicationId application, ReleaseId release, Operation operation) throws IOException {
        Optional<ProcessRecord> process = operation.id().equals(ProcessService.ID)
                ? home.application(application).release(release).process()
                : Optional.empty();
        Optional<Instant> started = process.map(ProcessRecord::startedAt);
        return new Standing(application, operation, process.map(ProcessRecord::marker), started);
    }

    /** The names of a folder's folders, in their order; none if there is no such folder. */
    private static List<String> folders(Path path) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(path, entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (NoSuchFileException e) {
            return names;
        }
        Collections.sort(names);
        return names;
    }
}
