package fi.hytekello.nomination.web;

import fi.hytekello.audit.PersonalData;
import fi.hytekello.body.Registers;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.nomination.Nominee;
import fi.hytekello.nomination.Nominees;
import fi.hytekello.nomination.QuotaStatements;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundComposing;
import fi.hytekello.nomination.RoundId;
import fi.hytekello.nomination.RoundState;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.platform.problem.NotFound;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the coordinator takes from a round as files: the statement on the quota, and what is held of one nominee. */
@Controller
class RoundFiles {

    private final Rounds rounds;
    private final RoundComposing composing;
    private final QuotaStatements statements;
    private final Nominees nominees;
    private final PersonalData personalData;
    private final Registers registers;

    RoundFiles(
            Rounds rounds,
            RoundComposing composing,
            QuotaStatements statements,
            Nominees nominees,
            PersonalData personalData,
            Registers registers) {
        this.rounds = rounds;
        this.composing = composing;
        this.statements = statements;
        this.nominees = nominees;
        this.personalData = personalData;
        this.registers = registers;
    }

    /**
     * A draft while the round is open.
     *
     * @param language {@code fi} or {@code sv}
     */
    @GetMapping("/nominations/{tenant}/{id}/quota-{language:fi|sv}.pdf")
    ResponseEntity<byte[]> quota(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long id,
            @PathVariable String language,
            Person person) {
        registers.keptBy(person, tenant);
        Round round = rounds.get(tenant, new RoundId(id));
        Locale in = language.equals("sv") ? Languages.SWEDISH : Languages.FINNISH;
        byte[] content = round.state() == RoundState.OPEN
                ? statements.draft(round, composing.composition(round, false), in)
                : statements
                        .confirmed(round.id(), in)
                        .orElseThrow(() -> new NotFound("problem.nomination.noStatement"));
        return file(
                ContentDisposition.inline(),
                "kiintioselvitys-" + id + "-" + language + ".pdf",
                MediaType.APPLICATION_PDF,
                content);
    }

    /** It is recorded, so it is no mere reading. */
    @PostMapping("/nominations/{tenant}/{id}/nominees/{nominee}/data")
    ResponseEntity<byte[]> data(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long id,
            @PathVariable long nominee,
            Person person,
            Locale locale) {
        Municipality council = registers.keptBy(person, tenant);
        Round round = rounds.get(tenant, new RoundId(id));
        Nominee one = nominees.get(round.id(), nominee);
        return file(
                ContentDisposition.attachment(),
                "henkilon-tiedot-" + nominee + ".json",
                MediaType.APPLICATION_JSON,
                personalData.export(council, "nominee:" + nominee, one.name(), one.email(), locale));
    }

    private static ResponseEntity<byte[]> file(
            ContentDisposition.Builder how, String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(name).build().toString())
                .body(content);
    }
}
