package fi.hytekello.plan.web;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.plan.MeasureHistory;
import fi.hytekello.plan.ProposalImportPreview;
import fi.hytekello.platform.web.ProblemTexts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Puts what a table of proposals would do into words of the reader's language. */
@Component
class ProposalPreviews {

    /** More is not read on a page; the table is mended and sent again. */
    private static final int MOST_SHOWN = 100;

    /** One line of the list of errors; row 0 is the whole table. */
    record Told(int row, String message) {}

    /** One row; changes are given for those that change a stored measure. */
    record Shown(ProposalImportPreview.Row row, List<HistoryTexts.Field> changes) {}

    private final HistoryTexts history;
    private final ProblemTexts problems;

    ProposalPreviews(HistoryTexts history, ProblemTexts problems) {
        this.history = history;
        this.problems = problems;
    }

    List<Shown> rows(CycleId cycle, ProposalImportPreview preview, Locale locale) {
        List<HistoryTexts.Told> told = history.of(
                cycle,
                preview.rows().stream()
                        .map(row -> new MeasureHistory.Entry(Instant.EPOCH, null, "measure.changed", row.changes()))
                        .toList(),
                locale);
        return IntStream.range(0, told.size())
                .mapToObj(i -> new Shown(preview.rows().get(i), told.get(i).fields()))
                .toList();
    }

    List<Told> mistakes(ProposalImportPreview preview, Locale locale) {
        return preview.problems().stream()
                .limit(MOST_SHOWN)
                .map(one -> new Told(
                        one.row(),
                        problems.of(one.problem(), locale).orElseThrow().message()))
                .toList();
    }
}
