package fi.hytekello.absence.web;

import fi.hytekello.absence.AbsenceDraft;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form says of an absence; the deputy is asked for each municipality by itself. */
record AbsenceForm(Map<String, String> fields) {

    AbsenceDraft draft(Username person, MunicipalityCode municipality) {
        return new AbsenceDraft(person, municipality, firstDay(), lastDay(), deputy(municipality));
    }

    LocalDate firstDay() {
        return date("firstDay");
    }

    LocalDate lastDay() {
        return date("lastDay");
    }

    @Nullable
    Username deputy(MunicipalityCode municipality) {
        return username("substitute-" + municipality);
    }

    /** @throws InvalidInput when nobody is chosen */
    Username absentee() {
        Username chosen = username("absentee");
        if (chosen == null) {
            throw new InvalidInput("absentee", "problem.answer.missing");
        }
        return chosen;
    }

    /** The municipality on whose page the form stands, null on the person's own page. */
    @Nullable
    MunicipalityCode kept() {
        String code = text("kept");
        return code.isEmpty() ? null : new MunicipalityCode(code);
    }

    /** None of ours where it was tampered with. */
    int version() {
        try {
            return Integer.parseInt(text("version"));
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }

    private @Nullable Username username(String field) {
        String given = text(field);
        return given.isEmpty() ? null : new Username(given);
    }

    private LocalDate date(String field) {
        String given = text(field);
        if (given.isEmpty()) {
            throw new InvalidInput(field, "problem.answer.missing");
        }
        try {
            return LocalDate.parse(given);
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "problem.answer.date");
        }
    }

    private String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }
}
