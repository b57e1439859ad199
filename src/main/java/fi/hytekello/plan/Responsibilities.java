package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who answers for the measures, and their agreement: owner and deputy both confirm (R1-06). A confirmation stays as
 * long as the same person stays named, however often the proposals go round.
 */
@Service
public class Responsibilities {

    private static final int LONGEST_REASON = 1000;

    private final MeasurePartTable table;
    private final Measures measures;
    private final Cycles cycles;
    private final AuditTrail audit;

    Responsibilities(MeasurePartTable table, Measures measures, Cycles cycles, AuditTrail audit) {
        this.table = table;
        this.measures = measures;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** All named people of the cycle's measures with their answers, by measure. */
    public List<MeasurePart> of(CycleId cycle) {
        return table.of(cycle);
    }

    /** What this person has to confirm in a department's proposals. */
    public List<MeasurePart> openFor(CycleId cycle, DepartmentCode department, Username person) {
        return table.of(cycle, department).stream()
                .filter(part -> part.person().equals(person) && !part.isConfirmed())
                .toList();
    }

    /** Ids of the requests to those who have not confirmed all they are named for. */
    public List<Long> waiting(CycleId cycle, DepartmentCode department) {
        return table.waiting(cycle, department);
    }

    /** Whom a request asks. */
    public Username person(long request) {
        return table.person(request);
    }

    /**
     * Asks everybody who is named in the department's proposals and has not confirmed yet.
     *
     * @return true when somebody is asked
     * @throws InvalidInput naming row and field where a named person no longer works for the municipality
     */
    boolean ask(CycleId cycle, DepartmentCode department) {
        List<Measure> rows = measures.of(cycle, department);
        table.ofThoseGone(cycle, department).stream().findFirst().ifPresent(gone -> {
            int row = rows.stream().map(Measure::id).toList().indexOf(gone.measure()) + 1;
            throw new InvalidInput("rows[%d].%s".formatted(row, gone.part().field()), "problem.measure.gone", row);
        });
        table.ask(cycle, department);
        return !table.waiting(cycle, department).isEmpty();
    }

    /** Titles of measures that would be accepted though somebody has not confirmed. */
    List<String> unconfirmed(List<Measure> accepting) {
        if (accepting.isEmpty()) {
            return List.of();
        }
        List<MeasurePart> confirmed = table.of(accepting.get(0).cycle()).stream()
                .filter(MeasurePart::isConfirmed)
                .toList();
        return accepting.stream()
                .filter(measure -> confirmed.stream()
                                .filter(part -> part.measure().equals(measure.id()))
                                .count()
                        < MeasurePart.Part.values().length)
                .map(Measure::title)
                .toList();
    }

    /**
     * Marks, or no longer marks, something that the person cannot take; counts when the answer is sent.
     *
     * @param reason why not; may still be missing
     * @throws NotFound when this is not for the person to confirm
     */
    @Transactional
    public void mark(
            CycleId cycle,
            DepartmentCode department,
            Username person,
            MeasureId measure,
            MeasurePart.Part as,
            boolean declines,
            @Nullable String reason) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new InvalidInput("refusalReason", "problem.answer.long", LONGEST_REASON, reason.length());
        }
        MeasurePart part = openFor(cycle, department, person).stream()
                .filter(open -> open.measure().equals(measure) && open.part() == as)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.measure.unknown"));
        if (declines) {
            table.write(part, MeasurePart.State.DECLINING, reason);
        } else {
            table.forget(part);
        }
    }

    /** @throws InvalidInput when answer and marks contradict each other, or a refusal has no reason */
    void answer(CycleId cycle, DepartmentCode department, Username person, boolean accepted) {
        List<MeasurePart> open = openFor(cycle, department, person);
        check(open, accepted);
        table.send(cycle, department, person);
        Map<String, Map<String, Object>> told = new LinkedHashMap<>();
        for (MeasurePart part : open) {
            boolean refuses = part.state() == MeasurePart.State.DECLINING;
            Map<String, Object> details =
                    told.computeIfAbsent("measure:" + part.measure(), measure -> new LinkedHashMap<>());
            details.put(
                    part.part().field() + "Answer",
                    List.of("", (refuses ? MeasurePart.State.REFUSED : MeasurePart.State.CONFIRMED).name()));
            if (refuses) {
                details.put("refusalReason", List.of("", Objects.requireNonNull(part.reason())));
            }
        }
        audit.recordAll(cycles.get(cycle).municipality(), cycle.value(), "measure.answered", told);
    }

    private static void check(List<MeasurePart> open, boolean accepted) {
        boolean marked = open.stream().anyMatch(part -> part.state() == MeasurePart.State.DECLINING);
        if (accepted && marked) {
            throw new InvalidInput("responsibilityAccepted", "problem.responsibility.marked");
        }
        if (!accepted && !marked) {
            throw new InvalidInput("responsibilityAccepted", "problem.responsibility.unmarked");
        }
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).state() == MeasurePart.State.DECLINING
                    && open.get(i).reason() == null) {
                throw new InvalidInput("rows[%d].refusalReason".formatted(i + 1), "problem.measure.missing", i + 1);
            }
        }
    }
}
