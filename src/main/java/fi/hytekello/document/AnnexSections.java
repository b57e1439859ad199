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

/** The annex of the budget: the measures with their lines, sums by department, what was left out (kuntalaki 410/2015 § 110). */
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
        sections.add(leftOut(annex, departments, words));
        return sections;
    }

    private static Section leftOut(BudgetAnnex annex, Map<DepartmentCode, String> departments, Words words) {
        List<List<Text>> rows = annex.leftOut().stream()
                .map(one -> List.of(
                        words.free(one.title()),
                        Text.of(departments.getOrDefault(
                                one.department(), one.department().value())),
                        words.euro(one.askedEuro()),
                        Text.of(words.text("budget.annex.by." + one.by())),
                        words.free(one.reason())))
                .toList();
        Block block = rows.isEmpty()
                ? new Block.Paragraph(Text.of(words.text("document.leftOut.none")))
                : new Table(
                        words.text("document.leftOut.caption"),
                        List.of(
                                new Column(words.text("document.measure"), 27, false),
                                new Column(words.text("document.department"), 16, false),
                                new Column(words.text("document.proposed"), 14, true),
                                new Column(words.text("document.leftOut.by"), 14, false),
                                new Column(words.text("document.reason"), 29, false)),
                        rows,
                        List.of());
        return Section.of(1, words.text("document.leftOut"), block);
    }

    private static Table table(BudgetAnnex annex, DepartmentCode department, String name, Words words) {
        return new Table(
                words.text("document.annex.caption", name),
                List.of(
                        new Column(words.text("document.measure"), 28, false),
                        new Column(words.text("document.goal"), 22, false),
                        new Column(words.text("document.binding"), 12, false),
                        new Column(words.text("document.line"), 23, false),
                        new Column(words.text("document.euro"), 15, true)),
                annex.rows(department).stream().map(row -> row(row, words)).toList(),
                List.of(
                        Text.of(words.text("document.sumOf", name)),
                        Text.of(""),
                        Text.of(""),
                        Text.of(""),
                        words.euro(annex.sum(department))));
    }

    private static List<Text> row(BudgetAnnex.Row row, Words words) {
        return List.of(
                words.free(row.title()),
                words.named(row.goalFi(), row.goalSv()),
                Text.of(words.text("document.binding." + row.binding())),
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
