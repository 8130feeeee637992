package io.quantumlayer.catalog.internal;

import io.quantumlayer.api.cost.Architecture;
import io.quantumlayer.api.cost.Charge;
import io.quantumlayer.api.cost.Meter;
import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.cost.SizeClass;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.FactSource;
import io.quantumlayer.api.placement.Strategy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One provider's data: a line a statement, its parts between tabs, the first saying what it states. A line that does
 * not fit is a defect of the artifact and fails loudly, naming the line.
 */
final class Sheet {
    private static final String ANY = "*";
    private static final String NONE = "-";
    private static final String UNKNOWN = "?";

    private final String provider;
    private final Map<String, FactSource> sources = new HashMap<>();
    private final Map<String, SheetRegion> regions = new LinkedHashMap<>();
    private final Map<String, SheetService> services = new LinkedHashMap<>();
    private final Map<String, List<Fact>> everywhere = new HashMap<>();

    Sheet(String provider, String text) {
        this.provider = provider;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isEmpty() && line.charAt(0) != '#') {
                read(line, number);
            }
        }
    }

    List<PricedOffering> offerings() {
        List<PricedOffering> all = new ArrayList<>();
        services.values().forEach(service -> all.addAll(service.offerings(provider, regions, everywhere)));
        return all;
    }

    private void read(String line, int number) {
        String[] parts = line.split("\t", -1);
        try {
            statement(parts);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Line " + number + " of the sheet " + provider + " cannot be read: " + line, e);
        }
    }

    private void statement(String[] parts) {
        switch (parts[0]) {
            case "source" -> source(parts);
            case "region" ->
                regions.put(
                        parts[1],
                        new SheetRegion(parts[1], known(parts[2]), known(parts[3]), parts[4], from(parts[5])));
            case "service" ->
                services.put(
                        parts[1], new SheetService(parts[1], Strategy.valueOf(parts[2]), List.of(parts[3].split(" "))));
            case "fact" -> fact(parts);
            case "charge" -> service(parts).charge(charge(parts));
            case "price" -> price(parts);
            case "size" ->
                service(parts)
                        .size(new SizeClass(
                                new BigDecimal(parts[2]),
                                Integer.parseInt(parts[3]),
                                Integer.parseInt(parts[4]),
                                Integer.parseInt(parts[5])));
            case "credit" -> service(parts).credit(parts[2]);
            default -> throw new IllegalArgumentException("nothing is called " + parts[0]);
        }
    }

    private void source(String[] parts) {
        LocalDate asOf = LocalDate.parse(parts[2]);
        sources.put(parts[1], new FactSource(parts[3], asOf, true));
        sources.put(parts[1] + UNKNOWN, new FactSource(parts[3], asOf, false));
    }

    private FactSource from(String id) {
        FactSource source = sources.get(id);
        if (source == null) {
            throw new IllegalArgumentException("no source has the number " + id);
        }
        return source;
    }

    private SheetService service(String[] parts) {
        SheetService service = services.get(parts[1]);
        if (service == null) {
            throw new IllegalArgumentException("no service is called " + parts[1]);
        }
        return service;
    }

    private void fact(String[] parts) {
        Fact fact = Fact.of(parts[3], parts[4], parts[5], from(parts[6]));
        if (parts[1].equals(ANY)) {
            everywhere.computeIfAbsent(parts[2], region -> new ArrayList<>()).add(fact);
        } else {
            service(parts).fact(parts[2], fact);
        }
    }

    private void price(String[] parts) {
        String name = "price." + parts[3].replace(' ', '-');
        Fact price = parts[5].equals(UNKNOWN) ? Fact.unknown(name) : Fact.of(name, parts[5], "USD", from(parts[6]));
        service(parts).price(parts[2], parts[3], new BigDecimal(parts[4]), price);
    }

    private static SheetCharge charge(String[] parts) {
        Charge charge =
                Charge.of(parts[2], Meter.valueOf(parts[3]), new Charge.Unit(new BigDecimal(parts[4]), parts[5]));
        return new SheetCharge(charge, known(parts[6]).map(Architecture::valueOf), known(parts[7]), known(parts[8]));
    }

    private static Optional<String> known(String part) {
        return part.equals(NONE) ? Optional.empty() : Optional.of(part);
    }
}
