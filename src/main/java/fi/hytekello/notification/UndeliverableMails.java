package fi.hytekello.notification;

import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mails that cannot be delivered. Each address of a municipality is one case and one task, however many mails it fails;
 * until it is settled, nothing more is sent there.
 */
@Service
public class UndeliverableMails {

    private static final Logger LOG = LoggerFactory.getLogger(UndeliverableMails.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final UndeliverableTable table;
    private final UndeliverableProcess process;
    private final Municipalities municipalities;
    private final People people;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Clock clock;
    private volatile @Nullable Instant nextTry;

    UndeliverableMails(
            UndeliverableTable table,
            UndeliverableProcess process,
            Municipalities municipalities,
            People people,
            Outbox outbox,
            TransactionOperations transactions,
            Clock clock) {
        this.table = table;
        this.process = process;
        this.municipalities = municipalities;
        this.people = people;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes cases and tasks of the mails given up since the last call. */
    void openCases() {
        Instant now = clock.instant();
        Instant pause = nextTry;
        if (pause != null && now.isBefore(pause)) {
            return;
        }
        nextTry = null;
        for (UndeliverableTable.Place place : table.untold()) {
            try {
                transactions.executeWithoutResult(status -> {
                    table.open(place, now).ifPresent(row -> process.begin(row.id(), place.municipality(), row.cycle()));
                    table.join(place);
                });
            } catch (RuntimeException failed) {
                LOG.error(
                        "Mails of municipality {} were given up and no task tells of it", place.municipality(), failed);
                nextTry = now.plus(PAUSE);
            }
        }
    }

    /** Notes the task of a case. Where the coordinator's own mail fails, the head is told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void taskOpened(long id, String taskId) {
        table.setTask(id, taskId);
        UndeliverableTable.Row row = table.get(id);
        Set<String> recipients = Set.copyOf(table.recipients(List.of(row)).getOrDefault(id, List.of()));
        Municipality place = municipalities.get(row.place().municipality());
        boolean ofCoordinator = people
                .inGroups(place.code(), List.of(place.coordinator().group(null)))
                .stream()
                .anyMatch(coordinator ->
                        recipients.contains(coordinator.username().value()));
        if (ofCoordinator) {
            outbox.add(people.inGroups(place.code(), List.of(place.head().group(null))).stream()
                    .map(head -> aboutCoordinator(row, taskId, head))
                    .toList());
        }
    }

    private static Notification aboutCoordinator(UndeliverableTable.Row row, String taskId, Person head) {
        return new Notification(
                head,
                row.place().municipality(),
                row.cycle(),
                NotificationKind.UNDELIVERABLE,
                "undeliverable:" + row.id(),
                null,
                taskId,
                Map.of());
    }
}
