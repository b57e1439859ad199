package fi.hytekello.body.web;

import fi.hytekello.audit.PersonalData;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.MembershipDraft;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.Registers;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** All that is held of one member, for the keeper to hand over to that person (GDPR article 15). */
@Controller
class MemberDataPage {

    private final Bodies bodies;
    private final Memberships memberships;
    private final PersonalData personalData;
    private final Registers registers;

    MemberDataPage(Bodies bodies, Memberships memberships, PersonalData personalData, Registers registers) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.personalData = personalData;
        this.registers = registers;
    }

    /** It is recorded, so it is no mere reading. */
    @PostMapping("/bodies/{tenant}/{body}/members/{member}/data")
    ResponseEntity<byte[]> data(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long body,
            @PathVariable long member,
            Person person,
            Locale locale) {
        Municipality keeper = registers.keptBy(person, tenant);
        Body found = bodies.get(tenant, new BodyId(body));
        MembershipDraft one = memberships.get(found.id(), member).content();
        ContentDisposition file = ContentDisposition.attachment()
                .filename("henkilon-tiedot-" + member + ".json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(personalData.export(keeper, "membership:" + member, one.name(), one.email(), locale));
    }
}
