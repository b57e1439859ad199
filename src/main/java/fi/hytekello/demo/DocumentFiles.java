package fi.hytekello.demo;

import fi.hytekello.budget.AnnexTables;
import fi.hytekello.budget.BudgetAnnex;
import fi.hytekello.budget.BudgetAnnexes;
import fi.hytekello.budget.TraceTables;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.demo.simulation.UsedSheets;
import fi.hytekello.document.Format;
import fi.hytekello.document.PublishedDocument;
import fi.hytekello.document.PublishedDocuments;
import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.sheet.SheetWriter;
import fi.hytekello.platform.sheet.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes what played years published into files. */
@Component
class DocumentFiles {

    private static final List<Locale> LANGUAGES = List.of(Languages.FINNISH, Languages.SWEDISH);

    private final PublishedDocuments published;
    private final BudgetAnnexes annexes;
    private final AnnexTables tables;
    private final TraceTables traces;
    private final Cycles cycles;

    DocumentFiles(
            PublishedDocuments published,
            BudgetAnnexes annexes,
            AnnexTables tables,
            TraceTables traces,
            Cycles cycles) {
        this.published = published;
        this.annexes = annexes;
        this.tables = tables;
        this.traces = traces;
        this.cycles = cycles;
    }

    /**
     * The PDF and Word files of these cycles, such as {@code 178-2027-welfare-plan-1-fi.pdf}, the budget annex as a
     * workbook, such as {@code 178-2027-budget-annex-fi.xlsx}, and the trace, such as {@code 178-2027-trace-fi.csv}; how
     * many.
     */
    int write(List<CycleId> played, Path directory) throws IOException {
        Files.createDirectories(directory);
        int written = 0;
        for (CycleId cycle : played) {
            for (PublishedDocument document : published.of(cycle)) {
                if (document.format() != Format.HTML) {
                    String name = "%s-%d-%s".formatted(document.municipality(), document.year(), document.fileName());
                    Files.write(directory.resolve(name), published.content(document.id()));
                    written++;
                }
            }
            written += annex(cycles.get(cycle), directory);
            written += trace(cycles.get(cycle), directory);
        }
        return written;
    }

    private int annex(Cycle cycle, Path directory) throws IOException {
        Optional<BudgetAnnex> annex = annexes.find(cycle.id());
        if (annex.isEmpty()) {
            return 0;
        }
        for (Locale language : LANGUAGES) {
            String name = "%s-%d-budget-annex-%s.xlsx".formatted(cycle.municipality(), cycle.year(), language);
            byte[] workbook = SheetWriter.xlsx(
                    tables.measures(cycle, annex.get(), language), tables.leftOut(cycle, annex.get(), language));
            Files.write(directory.resolve(name), workbook);
        }
        return LANGUAGES.size();
    }

    private int trace(Cycle cycle, Path directory) throws IOException {
        for (Locale language : LANGUAGES) {
            Table table = traces.table(cycle, null, language);
            String name = "%s-%d-trace-%s".formatted(cycle.municipality(), cycle.year(), language);
            Files.write(directory.resolve(name + ".xlsx"), SheetWriter.xlsx(table));
            Files.write(directory.resolve(name + ".csv"), SheetWriter.csv(table));
        }
        return 2 * LANGUAGES.size();
    }

    /** The tables that people brought in, under their names; how many. */
    int write(Collection<UsedSheets.Sheet> sheets, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (UsedSheets.Sheet sheet : sheets) {
            Files.write(directory.resolve(sheet.name()), sheet.content());
        }
        return sheets.size();
    }
}
