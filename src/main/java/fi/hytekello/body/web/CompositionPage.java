package fi.hytekello.body.web;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Compositions;
import fi.hytekello.body.Leads;
import fi.hytekello.body.Lineage;
import fi.hytekello.body.Membership;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.Registers;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A body as it is or was on a day. Addresses and what the quota says are for its keeper. */
@Controller
class CompositionPage {

    private final Bodies bodies;
    private final Memberships memberships;
    private final Organisations organisations;
    private final Compositions compositions;
    private final Leads leads;
    private final Registers registers;

    CompositionPage(
            Bodies bodies,
            Memberships memberships,
            Organisations organisations,
            Compositions compositions,
            Leads leads,
            Registers registers) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.organisations = organisations;
        this.compositions = compositions;
        this.leads = leads;
        this.registers = registers;
    }

    /** @param on the day whose composition is shown; today where none is given */
    @GetMapping("/bodies/{tenant}/{id}")
    String show(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Person person,
            Model model) {
        Municipality keeper = registers.readableBy(person, tenant);
        Body body = bodies.get(tenant, new BodyId(id));
        LocalDate today = organisations.today();
        LocalDate day = on == null ? today : on;
        boolean editable = registers.isKeptBy(person, keeper);
        model.addAttribute("tenant", keeper);
        model.addAttribute("body", body);
        model.addAttribute("content", body.content());
        model.addAttribute("today", today);
        model.addAttribute("day", day);
        model.addAttribute("members", memberships.on(body.id(), day));
        List<Membership> history = memberships.of(body.id());
        model.addAttribute("history", history);
        model.addAttribute("nextFrom", nextFrom(history, day));
        model.addAttribute("seats", compositions.seats(body, day));
        Lineage lineage = organisations.lineage(tenant);
        model.addAttribute("organisations", lineage.organisations());
        model.addAttribute("carriers", carriers(lineage, day));
        model.addAttribute("lead", leads.on(body, day).orElse(null));
        model.addAttribute("editable", editable);
        model.addAttribute("composition", editable ? compositions.on(body, day) : null);
        return "forms/body/body";
    }

    /** The next day after this one on which somebody begins; null where nobody does. */
    private static @Nullable LocalDate nextFrom(List<Membership> history, LocalDate day) {
        return history.stream()
                .map(one -> one.content().startsOn())
                .filter(starts -> starts.isAfter(day))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Who carries on, for those that have ended. */
    private static Map<OrganisationId, Organisation> carriers(Lineage lineage, LocalDate day) {
        Map<OrganisationId, Organisation> carriers = new HashMap<>();
        lineage.organisations().keySet().forEach(id -> lineage.on(day, id).ifPresent(now -> carriers.put(id, now)));
        return carriers;
    }
}
