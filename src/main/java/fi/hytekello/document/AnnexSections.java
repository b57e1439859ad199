package fi.hytekello.document;

import fi.hytekello.budget.BudgetAnnex;
import fi.hytekello.budget.BudgetAnnexes;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.platform.problem.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The annex of the budget: the measures with their lines, sums by department (kuntalaki 410/2015 § 110). */
@Component
class AnnexSections {

    private final BudgetAnnexes annexes;

    AnnexSections(BudgetAnnexes annexes) {
        this.annexes = annexes;
    }

    /** @throws NotFound until the council has accepted the budget */
    List<Section> of(Cycle cycle, Map<DepartmentCode, String> departments, Words words) {
        BudgetAnnex annex = annexes.find(cycle.id()).orElseThrow(() -> new NotFound("problem.document.unknown"));
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                1,
                words.text("document.annex.basis"),
                new Block.Paragraph(Text.of(words.text(
                        "document.annex.decided",
                        words.date(annex.decidedOn()),
                        annex.section(),
                        Objects.requireNonNullElse(annex.diaryNumber(), Words.NOTHING))))));
        for (DepartmentCode code : annex.departments()) {
            String name = departments.getOrDefault(code, code.value());
            sections.add(Section.of(1, name, table(annex, code, name, words)));
        }
        sections.add(Section.of(1, words.text("document.annex.total"), totals(annex, departments, words)));
        return sections;
    }

    private static Table table(BudgetAnnex annex, DepartmentCode department, String name, Words words) {
        return new Table(
                words.text("document.annex.caption", name),
                List.of(
                        new Column(words.text("document.measure"), 32, false),
                        new Column(words.text("document.goal"), 26, false),
                        new Column(words.text("document.line"), 27, false),
                        new Column(words.text("document.euro"), 15, true)),
                annex.rows(department).stream().map(row -> row(row, words)).toList(),
                List.of(
                        Text.of(words.text("document.sumOf", name)),
                        Text.of(""),
                        Text.of(""),
                        words.euro(annex.sum(department))));
    }

    private static List<Text> row(BudgetAnnex.Row row, Words words) {
        return List.of(
                words.free(row.title()),
                words.named(row.goalFi(), row.goalSv()),
                row.account() == null
                        ? Text.of(words.text("document.noCost"))
                        : words.free(row.account() + " / " + row.costCentre() + " " + row.lineName()),
                words.euro(row.euro()));
    }

    private static Table totals(BudgetAnnex annex, Map<DepartmentCode, String> departments, Words words) {
        return new Table(
                words.text("document.annex.totals.caption"),
                List.of(
                        new Column(words.text("document.department"), 70, false),
                        new Column(words.text("document.euro"), 30, true)),
                annex.departments().stream()
                        .map(code -> List.of(
                                Text.of(departments.getOrDefault(code, code.value())), words.euro(annex.sum(code))))
                        .toList(),
                List.of(Text.of(words.text("document.total")), words.euro(annex.total())));
    }
}
