package fi.hytekello.nomination.web;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundClause;
import fi.hytekello.nomination.RoundDraft;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Between a request and its form.
 *
 * @param values of the fields with one value
 * @param clauses names of those ticked
 * @param chosen ids of the organisations ticked
 */
record RoundForm(Map<String, String> values, List<String> clauses, List<String> chosen) {

    static RoundForm of(Round round) {
        RoundDraft draft = round.draft();
        Map<String, String> values = new HashMap<>();
        values.put("requestFi", draft.textFi());
        values.put("requestSv", draft.textSv());
        values.put("firstMeeting", draft.firstMeeting());
        values.put("signatoryOne", draft.signatoryOne());
        values.put("signatoryTwo", draft.signatoryTwo());
        values.put("diaryNumber", draft.diaryNumber());
        values.put("dueOn", Objects.toString(draft.dueOn(), ""));
        values.put("warnedOf", draft.warningsAccepted() ? Objects.toString(draft.dueOn(), "") : "");
        values.put("version", Integer.toString(round.version()));
        return new RoundForm(
                values,
                draft.clauses().stream().map(Enum::name).toList(),
                draft.chosen().stream().map(OrganisationId::toString).toList());
    }

    static RoundForm of(MultiValueMap<String, String> form) {
        return new RoundForm(
                form.toSingleValueMap(),
                form.getOrDefault("clause", new ArrayList<>()),
                form.getOrDefault("organisation", new ArrayList<>()));
    }

    public String text(String field) {
        return values.getOrDefault(field, "").replace("\r\n", "\n").strip();
    }

    int version() {
        try {
            return Integer.parseInt(text("version"));
        } catch (NumberFormatException tampered) {
            return -1;
        }
    }

    /** Warnings are accepted for the deadline that they were shown for, and no other. */
    boolean warningsAccepted() {
        return values.containsKey("warningsAccepted") && text("warnedOf").equals(text("dueOn"));
    }

    /** @throws InvalidInput when a date or a choice is malformed */
    RoundDraft draft() {
        return new RoundDraft(
                text("requestFi"),
                text("requestSv"),
                Arrays.stream(RoundClause.values())
                        .filter(clause -> clauses.contains(clause.name()))
                        .collect(Collectors.toSet()),
                text("firstMeeting"),
                text("signatoryOne"),
                text("signatoryTwo"),
                text("diaryNumber"),
                dueOn(),
                warningsAccepted(),
                chosen.stream().map(RoundForm::organisation).collect(Collectors.toSet()));
    }

    private @Nullable LocalDate dueOn() {
        try {
            return text("dueOn").isEmpty() ? null : LocalDate.parse(text("dueOn"));
        } catch (DateTimeException malformed) {
            throw new InvalidInput("dueOn", "problem.answer.date");
        }
    }

    private static OrganisationId organisation(String id) {
        try {
            return new OrganisationId(Long.parseLong(id));
        } catch (NumberFormatException tampered) {
            throw new InvalidInput("organisations", "problem.answer.choice");
        }
    }
}
