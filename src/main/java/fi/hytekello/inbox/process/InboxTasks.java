package fi.hytekello.inbox.process;

import static fi.hytekello.worklist.Answer.choice;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.inbox.Inbox;
import fi.hytekello.inbox.MailAnswer;
import fi.hytekello.worklist.TaskKind;
import fi.hytekello.worklist.TaskRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model UnmatchedMail asks of the domain. */
@Configuration(proxyBeanMethods = false)
class InboxTasks {

    static final String PROCESS = "UnmatchedMail";
    static final String SORT = "Activity_SortMail";

    private static final int LONGEST_TAG = 20;
    private static final int LONGEST_REASON = 2000;

    /** The task belongs to no step of a year: its deadline is its own. */
    @Bean
    TaskRule sortMail(Inbox inbox) {
        return TaskRule.of(PROCESS, SORT, null)
                .ofKind(TaskKind.CORRECTION)
                .onPage("unmatched-mail")
                .asking(
                        choice("mailAnswer", MailAnswer.values()),
                        text("mailMatter", LONGEST_TAG),
                        text("reason", LONGEST_REASON))
                .then(submission -> inbox.settle(
                        submission.task().id(),
                        submission.answers().choice("mailAnswer", MailAnswer.class),
                        submission.answers().text("mailMatter"),
                        submission.answers().text("reason"),
                        submission.person().username()));
    }
}
