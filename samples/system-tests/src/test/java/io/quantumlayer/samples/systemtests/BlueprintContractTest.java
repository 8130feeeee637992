package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.spi.generator.Generator;
import io.quantumlayer.blueprints.BlueprintGeneratorFactory;
import io.quantumlayer.testkit.contract.GeneratorContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The blueprint of a Java REST service")
class BlueprintContractTest extends GeneratorContract {
    @TempDir
    private Path home;

    private final List<LocalHosts> opened = new ArrayList<>();

    @Override
    protected Generator generator() {
        LocalHosts hosts = new LocalHosts(home);
        opened.add(hosts);
        BlueprintGeneratorFactory factory = new BlueprintGeneratorFactory();
        return factory.create(hosts.lend(factory, Map.of()));
    }

    @Override
    protected AppSpec fitting() {
        return service("java")
                .feature("authentication", Trait.stated(true, "with authentication"))
                .build();
    }

    @Override
    protected Optional<AppSpec> unfit() {
        return Optional.of(service("rust").build());
    }

    private static AppSpecBuilder service(String language) {
        return AppSpec.ofKind(Trait.stated(AppKind.API, "REST service"))
                .language(Trait.stated(language, language))
                .entity(Trait.stated("todo", "todo list"));
    }

    @AfterEach
    final void close() {
        opened.forEach(LocalHosts::close);
    }
}
