package io.quantumlayer.security.internal.license;

import io.quantumlayer.security.inventory.FoundPackage;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the metadata of installed Python packages says: its expression, else its licence field, else one classifier. */
final class PythonLicenses implements LicenseSource {
    private static final String CLASSIFIER = "License :: ";
    private static final int MOST = 20_000;

    private final Path root;
    private final Optional<Path> installed;
    private final Map<String, String> folders = new HashMap<>();
    private boolean listed;

    /** Creates it; the second folder is one that packages are installed in, such as {@code site-packages}. */
    PythonLicenses(Path root, Optional<Path> installed) {
        this.root = root;
        this.installed = installed;
    }

    @Override
    public Optional<LicenseExpression> of(FoundPackage found) {
        String path = found.location().path();
        if (path.endsWith("/METADATA") || path.endsWith("/PKG-INFO")) {
            return Reading.text(root, path, Reading.SMALL).flatMap(PythonLicenses::stated);
        }
        if (installed.isEmpty()) {
            return Optional.empty();
        }
        list(installed.get());
        return Optional.ofNullable(folders.get(plain(found.name() + "-" + found.version())))
                .flatMap(folder -> Reading.text(installed.get(), folder + "/METADATA", Reading.SMALL))
                .flatMap(PythonLicenses::stated);
    }

    private void list(Path folder) {
        if (listed) {
            return;
        }
        listed = true;
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.dist-info")) {
            for (Path each : stream) {
                String name = each.getFileName().toString();
                if (folders.size() < MOST) {
                    folders.put(plain(name.substring(0, name.length() - ".dist-info".length())), name);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            folders.clear();
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    private static Optional<LicenseExpression> stated(String metadata) {
        List<String> headers =
                metadata.lines().takeWhile(line -> !line.isBlank()).toList();
        Optional<String> expression = field(headers, "License-Expression:");
        if (expression.isPresent()) {
            return LicenseExpression.of(expression.get());
        }
        Optional<LicenseExpression> named = field(headers, "License:").flatMap(LicenseNames::meaning);
        if (named.isPresent()) {
            return named;
        }
        List<String> classifiers = headers.stream()
                .filter(line -> line.startsWith("Classifier: " + CLASSIFIER))
                .map(line ->
                        line.substring(line.lastIndexOf(":: ") + ":: ".length()).strip())
                .filter(name -> !name.equals("OSI Approved"))
                .distinct()
                .toList();
        return classifiers.size() == 1 ? LicenseNames.meaning(classifiers.get(0)) : Optional.empty();
    }

    private static Optional<String> field(List<String> headers, String name) {
        return headers.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
