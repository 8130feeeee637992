package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Outlook;
import io.quantumlayer.api.Preview;
import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.FactorScore;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A preview as the shapes that JSON is made of. */
final class PreviewJson {
    private static final String UNKNOWN = "UNKNOWN";
    private static final int PARTS = 3;

    private PreviewJson() {}

    static Map<String, Object> of(Preview preview) {
        Map<String, Object> line = new LinkedHashMap<>();
        Outlook outlook = preview.outlook();
        line.put("kind", preview.spec().kind().value().name());
        line.put(
                "language",
                preview.spec().language().map(trait -> trait.value()).orElse(""));
        outlook.market().winner().ifPresent(winner -> {
            line.put("placement", placement(preview, winner.offering()));
            line.put("total", winner.total());
            line.put("factors", factors(winner));
        });
        outlook.decision().winner().ifPresent(winner -> line.put("deployment", placement(preview, winner.offering())));
        outlook.bill().ifPresent(bill -> line.put("bill", BillJson.of(bill)));
        line.put("decidedBy", outlook.reasons().decidedBy());
        line.put("strategy", outlook.reasons().strategies());
        line.put("ladder", outlook.reasons().ladder());
        line.put("sensitivity", outlook.market().sensitivity());
        line.put(
                "candidates",
                outlook.market().candidates().stream()
                        .map(PreviewJson::candidate)
                        .toList());
        line.put(
                "rejected",
                outlook.market().rejections().stream()
                        .map(PreviewJson::rejection)
                        .toList());
        line.put("operations", preview.operations());
        preview.blockedBy().ifPresent(failure -> line.put("blockedBy", failure.toString()));
        return line;
    }

    private static Map<String, Object> placement(Preview preview, Offering offering) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("provider", offering.provider());
        line.put("service", offering.service());
        line.put("region", offering.region());
        line.put("country", offering.country().orElse(UNKNOWN));
        line.put("strategy", offering.strategy().name());
        boolean installed = preview.environment().provider(offering.provider()).isPresent();
        line.put("installed", installed);
        if (!installed) {
            line.put("add", "ql-sdk-provider-" + offering.provider());
        }
        return line;
    }

    private static List<Map<String, Object>> factors(Candidate winner) {
        return winner.scores().stream().map(PreviewJson::factor).toList();
    }

    private static Map<String, Object> factor(FactorScore score) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("factor", score.factor().name());
        line.put("points", score.points().<Object>map(points -> points).orElse(UNKNOWN));
        line.put("max", score.factor().max());
        line.put("reason", score.reason());
        return line;
    }

    private static Map<String, Object> candidate(Candidate candidate) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("provider", candidate.offering().provider());
        line.put("service", candidate.offering().service());
        line.put("region", candidate.offering().region());
        line.put("points", candidate.total());
        return line;
    }

    private static Map<String, Object> rejection(Rejection rejection) {
        String[] id = rejection.offeringId().split("/", PARTS);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("provider", id[0]);
        line.put("service", id[1]);
        line.put("region", id[2]);
        line.put("limit", rejection.limit());
        line.put("reason", rejection.reason());
        rejection.fact().ifPresent(fact -> line.put("fact", BillJson.fact(fact)));
        return line;
    }
}
