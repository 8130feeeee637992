package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageLayer;
import io.quantumlayer.api.spi.image.ImageSpec;
import io.quantumlayer.api.spi.image.ImageSpecBuilder;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.supply.ImageSupply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Says what goes into the image of an artifact: its files below {@code /app}, libraries in a layer of their own. */
final class ImagePlan {
    private static final String HOME = "/app";
    static final List<String> LIBRARIES = List.of("lib/", "site-packages/", "node_modules/");

    private final ImageSupply supply;

    ImagePlan(ImageSupply supply) {
        this.supply = supply;
    }

    ImageSpec of(Path folder, List<String> command) {
        Map<String, Path> libraries = new TreeMap<>();
        Map<String, Path> own = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) found::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    boolean library = LIBRARIES.stream().anyMatch(path::startsWith);
                    (library ? libraries : own).put(HOME + "/" + path, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        Set<Tool> tools = Tool.in(command);
        ImageSpecBuilder spec = ImageSpec.on(base(tools));
        layer(spec, "dependencies", libraries);
        layer(spec, "application", own);
        return spec.entrypoint(command.stream().map(word -> placed(word, tools)).toList())
                .workingDirectory(HOME)
                .build();
    }

    private static void layer(ImageSpecBuilder spec, String name, Map<String, Path> files) {
        if (!files.isEmpty()) {
            spec.addLayer(new ImageLayer(name, files));
        }
    }

    private ImageBase base(Set<Tool> tools) {
        Set<ImageBase> bases = new LinkedHashSet<>();
        tools.forEach(tool -> bases.add(image(tool).base()));
        if (bases.size() > 1) {
            throw refused("the command needs " + tools + ", which stand on different bases");
        }
        return bases.isEmpty() ? new ImageBase.Scratch() : bases.iterator().next();
    }

    private ImageSupply.ToolImage image(Tool tool) {
        return supply.tool(tool)
                .orElseThrow(() -> refused("no base image with " + tool.id() + " is known: name one with tool(" + tool
                        + ", base, program) on the image supply"));
    }

    private String placed(String word, Set<Tool> tools) {
        String text = word;
        for (Tool tool : tools) {
            text = text.replace(tool.placeholder(), image(tool).program());
        }
        return text;
    }

    private static QuantumLayerException refused(String message) {
        return new QuantumLayerException(Failure.of(ErrorType.CONFIGURATION, "image.base", message));
    }
}
