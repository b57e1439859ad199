package fi.hytekello.plan.web;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.Goals;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationContext;

/**
 * A town with one goal whose departments have just been asked for proposals.
 *
 * @param person of the education department
 * @param page on which that department proposes
 */
record ProposingTown(Town town, Cycle cycle, Person person, OpenTask task, String page) {

    static ProposingTown in(ApplicationContext context) {
        Town town = context.getBean(Towns.class).make();
        int year = LocalDate.now(context.getBean(Clock.class)).getYear() + 1;
        Cycle cycle = context.getBean(CyclePlanning.class).start(town.code(), year, town.person(Role.COORDINATOR));
        context.getBean(Goals.class).add(cycle.id(), "Nuorten yksinäisyys vähenee", "Unga är mindre ensamma", null);
        context.getBean(RuntimeService.class)
                .createProcessInstanceByKey("DepartmentalProposals")
                .businessKey(cycle.businessKey())
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", town.code().value())
                .execute();
        Person person = town.person(Role.DEPARTMENT, Town.EDUCATION);
        OpenTask task = context.getBean(Worklist.class).of(person).stream()
                .filter(open -> open.task().equals("Activity_ProposeMeasures"))
                .findFirst()
                .orElseThrow();
        return new ProposingTown(town, cycle, person, task, "/tasks/" + task.id() + "/proposals");
    }
}
