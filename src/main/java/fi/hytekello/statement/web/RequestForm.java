package fi.hytekello.statement.web;

import fi.hytekello.statement.PartyKind;
import fi.hytekello.statement.Question;
import fi.hytekello.statement.RequestDraft;
import fi.hytekello.statement.Round;
import fi.hytekello.statement.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The request as it stands in the form, saved or as it was typed. */
record RequestForm(String cover, String reason, String dueOn, Set<Long> parties, List<Row> questions, int version) {

    private static final int EMPTY_ROWS = 2;

    /** @param kind name of a {@link PartyKind}, empty for all */
    record Row(int ordinal, String kind, String name, String text) {}

    static RequestForm of(Round round, List<Question> questions, List<Statement> chosen, LocalDate suggested) {
        LocalDate due = round.dueOn() == null ? suggested : round.dueOn();
        return new RequestForm(
                        round.cover(),
                        round.reason() == null ? "" : round.reason(),
                        due.toString(),
                        chosen.stream().map(one -> one.party().id()).collect(Collectors.toSet()),
                        questions.stream()
                                .map(question -> new Row(
                                        question.ordinal(),
                                        question.kind() == null
                                                ? ""
                                                : question.kind().name(),
                                        question.name(),
                                        question.text()))
                                .toList(),
                        round.version())
                .withEmptyRows();
    }

    static RequestForm of(MultiValueMap<String, String> form) {
        int rows = TaskPages.number(form.toSingleValueMap(), "rows");
        List<Row> questions = IntStream.rangeClosed(1, Math.min(rows, 60))
                .filter(row -> !form.containsKey("questionDrop-" + row))
                .mapToObj(row -> new Row(
                        row,
                        first(form, "questionKind-" + row),
                        first(form, "questionName-" + row),
                        first(form, "questionText-" + row)))
                .filter(row -> !row.name().isBlank() || !row.text().isBlank())
                .toList();
        return new RequestForm(
                first(form, "cover"),
                first(form, "requestReason"),
                first(form, "dueOn"),
                form.getOrDefault("party", List.of()).stream()
                        .filter(id -> id.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .collect(Collectors.toSet()),
                numbered(questions),
                TaskPages.number(form.toSingleValueMap(), "version"));
    }

    RequestDraft draft(@Nullable LocalDate due) {
        return new RequestDraft(
                cover,
                reason.isEmpty() ? null : reason,
                due,
                parties,
                questions.stream()
                        .filter(row -> !row.name().isBlank() || !row.text().isBlank())
                        .map(row -> new Question(row.ordinal(), kind(row.kind()), row.name(), row.text()))
                        .toList(),
                version);
    }

    RequestForm withEmptyRows() {
        List<Row> all = new ArrayList<>(questions);
        for (int i = 0; i < EMPTY_ROWS; i++) {
            all.add(new Row(0, "", "", ""));
        }
        return new RequestForm(cover, reason, dueOn, parties, numbered(all), version);
    }

    private static @Nullable PartyKind kind(String name) {
        return List.of(PartyKind.values()).stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Row> numbered(List<Row> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Row(
                        i + 1,
                        rows.get(i).kind(),
                        rows.get(i).name(),
                        rows.get(i).text()))
                .toList();
    }

    private static String first(MultiValueMap<String, String> form, String field) {
        String given = form.getFirst(field);
        return given == null ? "" : given.replace("\r\n", "\n").strip();
    }
}
