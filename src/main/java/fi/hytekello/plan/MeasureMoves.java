package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Records moves of many measures so that each measure's history has its own. */
@Component
class MeasureMoves {

    private final Cycles cycles;
    private final AuditTrail audit;

    MeasureMoves(Cycles cycles, AuditTrail audit) {
        this.cycles = cycles;
        this.audit = audit;
    }

    /** Those that stayed in their status are passed over. */
    void record(CycleId cycle, String action, List<MeasureMove> moves) {
        audit.recordAll(
                cycles.get(cycle).municipality(),
                cycle.value(),
                action,
                moves.stream()
                        .filter(move -> move.before() != move.after())
                        .collect(Collectors.toMap(
                                move -> "measure:" + move.measure(),
                                move -> Map.of(
                                        "status",
                                        List.of(
                                                move.before().name(),
                                                move.after().name())))));
    }
}
