package fi.hytekello.notification;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.EmailAddresses;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.AddressKeeper.Kept;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known and done about the addresses that take no mail, by the task of each. */
@Service
public class UndeliverableCases {

    /** Fewer mean that the server said no for good. */
    private static final int ALL_TRIES = 10;

    private final UndeliverableTable table;
    private final AddressBook book;
    private final AuditTrail audit;
    private final Clock clock;

    UndeliverableCases(UndeliverableTable table, AddressBook book, AuditTrail audit, Clock clock) {
        this.table = table;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Conflict when the task is done already */
    public UndeliverableCase ofTask(String taskId, Locale locale) {
        UndeliverableTable.Row row = open(taskId);
        Collection<Kept> kept =
                book.find(recipients(row), row.place().municipality(), locale).values();
        return new UndeliverableCase(
                row.id(),
                row.place().municipality(),
                row.cycle(),
                row.place().address(),
                row.openedAt(),
                why(table.failure(row.id())),
                kept.stream().map(Kept::name).toList(),
                kept.stream()
                        .map(Kept::address)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(row.place().address()),
                table.waiting(row, clock.instant()));
    }

    /** Whose address each of these tasks is about, by task id. */
    Map<String, String> names(Collection<String> taskIds, Locale locale) {
        List<UndeliverableTable.Row> rows = table.ofTasks(taskIds);
        Map<Long, List<String>> recipients = table.recipients(rows);
        Map<String, String> names = new HashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(row -> row.place().municipality()))
                .forEach((municipality, there) -> {
                    Map<String, Kept> kept = book.find(
                            there.stream()
                                    .flatMap(row -> recipients.getOrDefault(row.id(), List.of()).stream())
                                    .toList(),
                            municipality,
                            locale);
                    there.forEach(row -> names.put(
                            row.taskId(),
                            recipients.getOrDefault(row.id(), List.of()).stream()
                                    .map(kept::get)
                                    .filter(Objects::nonNull)
                                    .map(Kept::name)
                                    .collect(Collectors.joining(", "))));
                });
        return names;
    }

    /**
     * Settles a case for good.
     *
     * @param newAddress where the waiting mails leave to, for {@link UndeliverableAnswer#CORRECTED}; may be the same
     * @param reason how the matter was told otherwise, or why it is not
     * @throws InvalidInput naming the field that is missing or wrong
     */
    @Transactional
    public void settle(
            String taskId,
            UndeliverableAnswer answer,
            @Nullable String newAddress,
            @Nullable String reason,
            Username by) {
        UndeliverableTable.Row row = open(taskId);
        Instant now = clock.instant();
        if (answer == UndeliverableAnswer.CORRECTED) {
            String address = valid(newAddress);
            book.correct(recipients(row), row.place().municipality(), address);
            table.sendTo(row, address, now);
        } else if (reason == null) {
            throw new InvalidInput("reason", "problem.undeliverable.reason");
        } else {
            table.drop(row, answer, now);
        }
        table.close(row.id(), answer, reason, by, now);
        audit.record(
                row.place().municipality(),
                row.cycle() == null ? null : row.cycle().value(),
                "mail.undeliverableSettled",
                "undeliverable:" + row.id(),
                Map.of("answer", answer.name()));
    }

    private static String valid(@Nullable String address) {
        if (address == null) {
            throw new InvalidInput("newAddress", "problem.answer.missing");
        }
        if (!EmailAddresses.isOne(address)) {
            throw new InvalidInput("newAddress", "problem.undeliverable.address");
        }
        return address;
    }

    private List<String> recipients(UndeliverableTable.Row row) {
        return table.recipients(List.of(row)).getOrDefault(row.id(), List.of());
    }

    private static UndeliverableCase.Why why(UndeliverableTable.Failure failure) {
        if (failure.error() != null && failure.error().startsWith("AddressException")) {
            return UndeliverableCase.Why.MALFORMED;
        }
        return failure.attempts() < ALL_TRIES ? UndeliverableCase.Why.REFUSED : UndeliverableCase.Why.TRIES;
    }

    private UndeliverableTable.Row open(String taskId) {
        return table.ofTasks(List.of(taskId)).stream()
                .filter(UndeliverableTable.Row::open)
                .findFirst()
                .orElseThrow(() -> new Conflict("problem.task.gone"));
    }
}
