package fi.hytekello.budget;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.sheet.SheetReader;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings finance's files into the budget (R1-03): a file is checked as a whole, shown as the changes it would make, and
 * stored as a whole once the person has confirmed exactly these changes.
 */
@Service
public class BudgetImports {

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Clock clock;
    private final Map<ImportKind, FileImport> imports;

    BudgetImports(JdbcClient jdbc, Cycles cycles, Clock clock, List<FileImport> imports) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.clock = clock;
        this.imports = imports.stream().collect(Collectors.toMap(FileImport::kind, Function.identity()));
    }

    /**
     * Checks a file and, where nothing is wrong, keeps it until it is confirmed.
     *
     * @throws Refused for all but the municipality's finance
     * @throws InvalidInput when it is no table
     * @throws Conflict when the budget takes no such file now
     */
    @Transactional
    public ImportPreview upload(CycleId id, ImportKind kind, byte[] content, Person by) {
        Cycle cycle = finance(id, by);
        ImportPreview preview = plan(cycle, kind, content).preview();
        if (preview.problems().isEmpty()) {
            jdbc.sql("""
                            insert into hyte.budget_upload (cycle_id, kind, uploaded_by, content, uploaded_at)
                            values (:cycle, :kind, :by, :content, :now)
                            on conflict (cycle_id, kind, uploaded_by) do update
                                set content = excluded.content, uploaded_at = excluded.uploaded_at""")
                    .param("cycle", id.value())
                    .param("kind", kind.name())
                    .param("by", by.username().value())
                    .param("content", content)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
        return preview;
    }

    /** What the person's waiting file would change now; empty where none waits. */
    public Optional<ImportPreview> pending(CycleId id, ImportKind kind, Person by) {
        Cycle cycle = finance(id, by);
        return content(id, kind, by).map(content -> plan(cycle, kind, content).preview());
    }

    /**
     * Stores the waiting file.
     *
     * @param fingerprint of the preview that the person saw
     * @throws Conflict when none waits, or it would now change something else than what was seen
     */
    @Transactional
    public ImportPreview confirm(CycleId id, ImportKind kind, String fingerprint, Person by) {
        Cycle cycle = finance(id, by);
        // Two who confirm at once would each have seen the budget without the other's file.
        jdbc.sql("select id from hyte.cycle where id = :cycle for update")
                .param("cycle", id.value())
                .query(Long.class)
                .single();
        byte[] content = content(id, kind, by).orElseThrow(() -> new Conflict("problem.budget.uploadGone"));
        FileImport.Plan plan = plan(cycle, kind, content);
        if (!plan.preview().problems().isEmpty()
                || !plan.preview().fingerprint().equals(fingerprint)) {
            throw new Conflict("problem.budget.previewOld");
        }
        plan.store().run();
        cancel(id, kind, by);
        return plan.preview();
    }

    /** Forgets the waiting file. */
    @Transactional
    public void cancel(CycleId id, ImportKind kind, Person by) {
        jdbc.sql("delete from hyte.budget_upload where cycle_id = :cycle and kind = :kind and uploaded_by = :by")
                .param("cycle", id.value())
                .param("kind", kind.name())
                .param("by", by.username().value())
                .update();
    }

    /** @throws Refused for all but the municipality's finance */
    public Cycle finance(CycleId id, Person by) {
        Cycle cycle = cycles.get(id);
        if (!by.holds(Role.FINANCE, cycle.municipality())) {
            throw new Refused("problem.budget.finance");
        }
        return cycle;
    }

    private FileImport.Plan plan(Cycle cycle, ImportKind kind, byte[] content) {
        return Objects.requireNonNull(imports.get(kind)).plan(cycle, SheetReader.read("file", content));
    }

    private Optional<byte[]> content(CycleId id, ImportKind kind, Person by) {
        return jdbc.sql("""
                        select content from hyte.budget_upload
                        where cycle_id = :cycle and kind = :kind and uploaded_by = :by""")
                .param("cycle", id.value())
                .param("kind", kind.name())
                .param("by", by.username().value())
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }
}
