package fi.hytekello.indicator.source;

import com.fasterxml.jackson.databind.JsonNode;
import fi.hytekello.calendar.Finland;
import fi.hytekello.platform.remote.RemoteFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of an import from Sotkanet. Each can be repeated: what an import has brought in already, it does not fetch
 * again. An answer that does not come or breaks off fails the step, which is then tried again; an indicator whose answer
 * is of an unknown shape is left out with the reason, and the import goes on.
 */
public final class SotkanetImport {

    /** One step ends well within the time for which the engine lends it its job. */
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(15);

    private static final int YEARS_AT_ONCE = 10;

    private final SotkanetClient client;
    private final SotkanetSettings settings;
    private final SourceRegions regions;
    private final SourceTitles titles;
    private final ImportSteps steps;
    private final ImportHistory history;
    private final ObservationIntake intake;
    private final TransactionTemplate alone;
    private final Clock clock;

    /** @param alone begins a transaction of its own, so that what is in stays in when a later step fails */
    SotkanetImport(
            SotkanetClient client,
            SotkanetSettings settings,
            SourceRegions regions,
            SourceTitles titles,
            ImportSteps steps,
            ImportHistory history,
            ObservationIntake intake,
            TransactionTemplate alone,
            Clock clock) {
        this.client = client;
        this.settings = settings;
        this.regions = regions;
        this.titles = titles;
        this.steps = steps;
        this.history = history;
        this.intake = intake;
        this.alone = alone;
        this.clock = clock;
    }

    /** Brings the regions up to date. */
    public void fetchRegions(ImportId id) {
        SotkanetClient.Regions given = attempt(id, client::regions);
        if (given.regions().isEmpty()) {
            throw failed(id, new WrongShape("source.problem.empty"));
        }
        alone.executeWithoutResult(transaction -> regions.take(given.regions()));
    }

    /** Compares the catalogue with the source. */
    public void fetchTitles(ImportId id) {
        Map<Integer, SourceTitle> given = attempt(id, client::titles);
        if (given.isEmpty()) {
            throw failed(id, new WrongShape("source.problem.empty"));
        }
        alone.executeWithoutResult(transaction -> titles.compare(given));
    }

    /**
     * Imports the next indicators.
     *
     * @return whether some are left after these
     */
    public boolean importBatch(ImportId id) {
        long begun = System.nanoTime();
        Set<Integer> known = regions.known();
        for (int indicator : steps.next(id, settings.batch())) {
            if (System.nanoTime() - begun > LONGEST_BATCH.toNanos()) {
                return true;
            }
            importOne(id, indicator, known);
        }
        return !steps.next(id, 1).isEmpty();
    }

    /** Ends the import. */
    public void finish(ImportId id) {
        history.finish(id, ImportHistory.State.DONE);
    }

    private void importOne(ImportId id, int indicator, Set<Integer> known) {
        try {
            SotkanetRows rows = attempt(id, () -> fetch(indicator, known));
            alone.executeWithoutResult(transaction -> store(id, indicator, rows));
        } catch (WrongShape wrong) {
            refuse(id, indicator, wrong.problem());
        } catch (RemoteFailure failure) {
            if (!failure.isUnknownThere()) {
                throw failure;
            }
            refuse(id, indicator, Failures.of(failure));
        }
    }

    private void store(ImportId id, int indicator, SotkanetRows rows) {
        intake.prepare(rows.rows());
        Counts counts = intake.take(id, LocalDate.now(clock.withZone(Finland.ZONE)));
        history.count(id, counts.alsoRefused(rows.refused()));
        steps.done(id, indicator, true, rows.leftOut());
    }

    private void refuse(ImportId id, int indicator, Problem problem) {
        alone.executeWithoutResult(transaction -> {
            history.note(id, null);
            steps.done(id, indicator, false, problem);
        });
    }

    private SotkanetRows fetch(int indicator, Set<Integer> known) {
        int thisYear = LocalDate.now(clock.withZone(Finland.ZONE)).getYear();
        List<Integer> years = client.years(indicator, thisYear).last(settings.years());
        SotkanetRows totals = fetch(indicator, years, List.of(Gender.TOTAL), known);
        // Some indicators give nothing when only the total is asked for.
        return totals.isEmpty() ? fetch(indicator, years, List.of(Gender.values()), known) : totals;
    }

    private SotkanetRows fetch(int indicator, List<Integer> years, List<Gender> genders, Set<Integer> known) {
        SotkanetRows rows = new SotkanetRows(indicator, known);
        for (int from = 0; from < years.size(); from += YEARS_AT_ONCE) {
            List<Integer> some = new ArrayList<>(years.subList(from, Math.min(from + YEARS_AT_ONCE, years.size())));
            JsonNode answer = client.values(indicator, some, genders);
            rows.read(answer);
        }
        return rows;
    }

    /** Asks the source and notes for all to see why it failed, also where the step itself is undone. */
    private <T> T attempt(ImportId id, Supplier<T> question) {
        try {
            T answer = question.get();
            alone.executeWithoutResult(transaction -> history.note(id, null));
            return answer;
        } catch (RemoteFailure failure) {
            alone.executeWithoutResult(transaction -> history.note(id, Failures.of(failure)));
            throw failure;
        } catch (WrongShape wrong) {
            throw failed(id, wrong);
        }
    }

    private WrongShape failed(ImportId id, WrongShape wrong) {
        alone.executeWithoutResult(transaction -> history.note(id, wrong.problem()));
        return wrong;
    }
}
