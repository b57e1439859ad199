package fi.hytekello.municipality.web;

import fi.hytekello.municipality.MailSender;
import fi.hytekello.municipality.Settings;
import fi.hytekello.platform.Money;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings as the form shows and sends them. */
record SettingsForm(Map<String, String> sent) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    /** The fields by name, in the order of the page. */
    static Map<String, String> of(Settings settings) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("impactCostLimit", new Money().plain(settings.impactCostLimit()));
        values.put("officeCloses", settings.officeCloses().toString());
        values.put("city", settings.city() ? "true" : "");
        values.put("quietJuly", settings.quietJuly() ? "true" : "");
        values.putAll(settings.sender().values());
        return values;
    }

    /** @throws InvalidInput naming the field that cannot be read */
    Settings settings() {
        return new Settings(
                version(),
                required("impactCostLimit", Money.parse("impactCostLimit", sent.get("impactCostLimit"))),
                time("officeCloses"),
                "true".equals(sent.get("city")),
                "true".equals(sent.get("quietJuly")),
                new MailSender(
                        text("senderNameFi"),
                        text("senderNameSv"),
                        text("senderAddress"),
                        text("replyTo"),
                        text("signatureFi"),
                        text("signatureSv")));
    }

    private String text(String field) {
        return sent.getOrDefault(field, "");
    }

    int version() {
        String seen = sent.getOrDefault("version", "");
        return seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : -1;
    }

    /** What the person typed, as it was typed. */
    Map<String, String> values() {
        return sent;
    }

    /** The fields that stand otherwise in these settings, with their values there. */
    Map<String, String> differences(Settings now) {
        Map<String, String> differences = of(now);
        Map<String, String> wanted = of(settings());
        differences.entrySet().removeIf(field -> field.getValue().equals(wanted.get(field.getKey())));
        return differences;
    }

    private LocalTime time(String field) {
        String given = sent.getOrDefault(field, "").strip();
        try {
            return required(field, given.isEmpty() ? null : LocalTime.parse(given.replace('.', ':'), CLOCK));
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "problem.settings.time");
        }
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, "problem.answer.missing");
        }
        return value;
    }
}
