package fi.hytekello.consultation.web;

import fi.hytekello.body.Body;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.consultation.ConsultationDeadlines;
import fi.hytekello.consultation.ConsultationDraft;
import fi.hytekello.consultation.ConsultationTexts;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.FormFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Between a new consultation and its form.
 *
 * @param chosen ids of the municipalities ticked
 */
record ConsultationForm(FormFields fields, List<String> chosen) {

    /** The template, for all municipalities of today. */
    static ConsultationForm of(
            Municipality council,
            @Nullable Body body,
            List<Organisation> municipalities,
            ConsultationTexts texts,
            ConsultationDeadlines deadlines) {
        Map<String, String> values = new HashMap<>();
        values.put("body", body == null ? "" : body.id().toString());
        values.put("consultationTitle", texts.title(council, body));
        values.put("questions", texts.questions(council));
        values.put("hearingFrom", deadlines.today().toString());
        values.put("hearingUntil", deadlines.usualLastDay().toString());
        values.put("handler", ConsultationDraft.HANDLERS.get(0).name());
        return new ConsultationForm(
                new FormFields(values),
                municipalities.stream().map(one -> one.id().toString()).toList());
    }

    static ConsultationForm of(MultiValueMap<String, String> form) {
        return new ConsultationForm(
                new FormFields(form.toSingleValueMap()), form.getOrDefault("municipality", new ArrayList<>()));
    }

    /** Null for the whole region. */
    @Nullable
    BodyId body() {
        return fields.has("body") ? new BodyId(fields.id("body")) : null;
    }

    /** @throws InvalidInput when a date or a choice is malformed */
    ConsultationDraft draft() {
        return new ConsultationDraft(
                fields.text("consultationTitle"),
                ConsultationTexts.lines(fields.text("questions")),
                fields.date("hearingFrom"),
                fields.date("hearingUntil"),
                fields.choice("handler", Role.class),
                chosen.stream().map(ConsultationForm::organisation).collect(Collectors.toSet()));
    }

    private static OrganisationId organisation(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new InvalidInput("municipalities", "problem.answer.choice");
        }
        return new OrganisationId(Long.parseLong(id));
    }
}
