package fi.hytekello.negotiation.web;

import fi.hytekello.calendar.Finland;
import fi.hytekello.negotiation.Convener;
import fi.hytekello.negotiation.Heading;
import fi.hytekello.negotiation.Negotiation;
import fi.hytekello.negotiation.NegotiationPlan;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of a page as a form sent them, read into values; a refusal names the field. */
record NegotiationForm(Map<String, String> fields) {

    NegotiationForm {
        fields = Map.copyOf(fields);
    }

    /** What the pages show before anybody has typed anything. */
    static Map<String, String> of(Negotiation negotiation) {
        Map<String, String> values = new HashMap<>();
        values.put("version", Integer.toString(negotiation.version()));
        values.put("convener", negotiation.convener().name());
        Instant startsAt = negotiation.startsAt();
        Instant endsAt = negotiation.endsAt();
        if (startsAt != null && endsAt != null) {
            ZonedDateTime from = startsAt.atZone(Finland.ZONE);
            values.put("meetingDate", from.toLocalDate().toString());
            values.put("meetingFrom", time(from));
            values.put("meetingTo", time(endsAt.atZone(Finland.ZONE)));
        }
        values.put("place", Objects.requireNonNullElse(negotiation.place(), ""));
        values.put("remoteLink", Objects.requireNonNullElse(negotiation.remoteLink(), ""));
        values.put("memo", Objects.requireNonNullElse(negotiation.memo(), ""));
        negotiation.topics().forEach((heading, text) -> values.put("topic." + heading, text));
        return values;
    }

    private static String time(ZonedDateTime moment) {
        return moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    NegotiationPlan plan() {
        Map<Heading, String> topics = new EnumMap<>(Heading.class);
        for (Heading heading : Heading.values()) {
            String text = text("topic." + heading, 4000);
            if (text != null) {
                topics.put(heading, text);
            }
        }
        return new NegotiationPlan(
                choice("convener", Convener.class),
                date("meetingDate"),
                time("meetingFrom"),
                time("meetingTo"),
                text("place", 300),
                text("remoteLink", 500),
                topics);
    }

    @Nullable
    String text(String field, int longest) {
        String given = fields.getOrDefault(field, "").replace("\r\n", "\n").strip();
        if (given.length() > longest) {
            throw new InvalidInput(field, "problem.answer.long", longest, given.length());
        }
        return given.isEmpty() ? null : given;
    }

    @Nullable
    LocalDate date(String field) {
        String given = text(field, 40);
        try {
            return given == null ? null : LocalDate.parse(given);
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "problem.answer.date");
        }
    }

    private @Nullable LocalTime time(String field) {
        String given = text(field, 40);
        try {
            return given == null ? null : LocalTime.parse(given.replace('.', ':'));
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "problem.answer.time");
        }
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        try {
            return Enum.valueOf(type, fields.getOrDefault(field, ""));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput(field, "problem.answer.choice");
        }
    }

    /** The version that the editor saw, or of the row that a button names. */
    int version() {
        return (int) id("version");
    }

    boolean has(String button) {
        return fields.containsKey(button);
    }

    /** The row that a button names; -1 for what is no number. */
    long id(String field) {
        String given = fields.getOrDefault(field, "");
        return given.matches("[0-9]{1,9}") ? Long.parseLong(given) : -1;
    }
}
