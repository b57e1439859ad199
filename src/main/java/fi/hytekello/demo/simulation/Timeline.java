package fi.hytekello.demo.simulation;

import fi.hytekello.calendar.Finland;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what happens, one dated line each. */
public final class Timeline {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final PrintStream out;
    private int tasks;

    public Timeline(PrintStream out) {
        this.out = out;
    }

    int tasks() {
        return tasks;
    }

    void did(Instant at, String municipality, String who, String what, String told) {
        tasks++;
        line(at, municipality, who, what + (told.isEmpty() ? "" : " – " + told));
    }

    void said(Instant at, String municipality, String who, String what) {
        line(at, municipality, who, what);
    }

    void timer(Instant at, String municipality, String process, String activity) {
        line(at, municipality, "timer", process + ": " + activity);
    }

    /** One line for each kind, with all whom it went to. */
    void mails(Instant at, String municipality, List<SentMails.Sent> sent) {
        Map<String, List<String>> byKind = sent.stream()
                .collect(Collectors.groupingBy(
                        SentMails.Sent::kind,
                        TreeMap::new,
                        Collectors.mapping(SentMails.Sent::recipient, Collectors.toList())));
        byKind.forEach((kind, recipients) -> line(
                at,
                municipality,
                kind.equals("ESCALATION") ? "ESCALATION" : "mail",
                kind.toLowerCase(Locale.ROOT).replace('_', ' ') + " → "
                        + recipients.stream().distinct().sorted().collect(Collectors.joining(", "))));
    }

    private void line(Instant at, String municipality, String who, String what) {
        out.printf("%s  %-12s %-26s %s%n", TIME.format(at.atZone(Finland.ZONE)), municipality, who, what);
    }
}
