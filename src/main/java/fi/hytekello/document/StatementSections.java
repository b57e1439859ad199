package fi.hytekello.document;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.document.Block.Paragraph;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.statement.Question;
import fi.hytekello.statement.Round;
import fi.hytekello.statement.Statement;
import fi.hytekello.statement.StatementAppendix;
import fi.hytekello.statement.StatementRounds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The appendix of the welfare report: what the advisory councils and organisations stated in each round and what they
 * were replied (kuntalaki 410/2015 §§ 26–28). It names organisations, never persons or addresses.
 */
@Component
class StatementSections {

    private final StatementRounds rounds;

    StatementSections(StatementRounds rounds) {
        this.rounds = rounds;
    }

    boolean isThere(CycleId cycle) {
        return !rounds.appendix(cycle).isEmpty();
    }

    List<Section> of(CycleId cycle, Words words) {
        List<Section> sections = new ArrayList<>();
        List<StatementAppendix.Part> parts = rounds.appendix(cycle).rounds();
        for (int i = 0; i < parts.size(); i++) {
            StatementAppendix.Part part = parts.get(i);
            sections.add(round(i + 1, part, words));
            for (Statement statement : part.statements()) {
                sections.addAll(statement(part, statement, words));
            }
        }
        return sections;
    }

    private static Section round(int number, StatementAppendix.Part part, Words words) {
        Round round = part.round();
        List<Block> blocks = new ArrayList<>();
        LocalDate dueOn = round.dueOn();
        if (round.state() == Round.State.SKIPPED) {
            blocks.add(said("document.statement.skipped", words));
        } else if (dueOn != null) {
            blocks.add(said("document.statement.due", words, words.date(dueOn)));
        }
        if (round.reason() != null) {
            if (round.state() != Round.State.SKIPPED) {
                blocks.add(said("document.statement.reason", words));
            }
            blocks.addAll(words.paragraphs(round.reason()));
        }
        if (round.closingReason() != null) {
            blocks.add(said("document.statement.closed", words));
            blocks.addAll(words.paragraphs(round.closingReason()));
        }
        if (!part.statements().isEmpty()) {
            blocks.add(overview(number, part, words));
        }
        String heading = words.text(
                "document.statement.round", Integer.toString(number), Integer.toString(round.versionNumber()));
        return new Section(1, Text.of(heading), blocks);
    }

    private static Table overview(int number, StatementAppendix.Part part, Words words) {
        return new Table(
                words.text("document.statement.caption", Integer.toString(number)),
                List.of(
                        new Column(words.text("document.statement.party"), 40, false),
                        new Column(words.text("document.statement.state"), 40, false),
                        new Column(words.text("document.statement.received"), 20, false)),
                part.statements().stream()
                        .map(statement -> row(statement, words))
                        .toList(),
                List.of());
    }

    private static List<Text> row(Statement statement, Words words) {
        return List.of(
                Text.of(statement.party().name(words.language())),
                Text.of(state(statement, words)),
                statement.receivedOn() == null ? words.nothing() : Text.of(words.date(statement.receivedOn())));
    }

    private static String state(Statement statement, Words words) {
        String key = statement.state() == Statement.State.GIVEN && statement.late()
                ? "LATE"
                : statement.state().name();
        return words.text("document.statement.state." + key);
    }

    private static List<Section> statement(StatementAppendix.Part part, Statement statement, Words words) {
        List<Section> sections = new ArrayList<>();
        LocalDate received = statement.receivedOn();
        String state = state(statement, words);
        sections.add(Section.of(
                2,
                statement.party().name(words.language()),
                new Paragraph(Text.of(
                        received == null
                                ? state
                                : words.text("document.statement.arrived", state, words.date(received))))));
        if (statement.state() != Statement.State.GIVEN) {
            return sections;
        }
        Locale own = statement.party().language();
        part.questionsFor(statement.party()).forEach(question -> sections.add(answer(statement, question, words)));
        if (!statement.text().isBlank()) {
            sections.add(new Section(
                    3, Text.of(words.text("document.statement.text")), words.paragraphs(statement.text(), own)));
        }
        sections.add(reply(statement.reply(), words));
        return sections;
    }

    private static Section answer(Statement statement, Question question, Words words) {
        String answer = statement.answer(question.ordinal());
        List<Block> blocks = new ArrayList<>(words.paragraphs(question.text()));
        if (answer.isBlank()) {
            blocks.add(said("document.statement.unanswered", words));
        } else {
            blocks.add(said("document.statement.answer", words));
            blocks.addAll(words.paragraphs(answer, statement.party().language()));
        }
        return new Section(3, words.free(question.name()), blocks);
    }

    private static Section reply(Statement.Reply reply, Words words) {
        List<Block> blocks = new ArrayList<>();
        if (reply.text().isBlank()) {
            blocks.add(said("document.statement.unreplied", words));
        } else {
            blocks.addAll(words.paragraphs(reply.text()));
            blocks.add(said("document.statement.changed." + reply.changedDraft(), words));
        }
        return new Section(3, Text.of(words.text("document.statement.reply")), blocks);
    }

    private static Paragraph said(String key, Words words, Object... arguments) {
        return new Paragraph(Text.of(words.text(key, arguments)));
    }
}
