package fi.hytekello.notification.process;

import fi.hytekello.notification.ReminderPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The decision tables of mails as they lie in the repository, for tests that need no process engine. */
public final class PolicyFile {

    static final Path REMINDERS = Path.of("processes/notification/reminder-policy.dmn");
    static final Path URGENCY = Path.of("processes/notification/mail-urgency.dmn");

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private static final DmnDecision REMINDER_POLICY = decision(REMINDERS, ReminderPolicyTable.DECISION);

    private PolicyFile() {}

    /** The shipped reminder policy. */
    public static ReminderPolicy reminders() {
        return () -> situation -> ReminderPolicyTable.tellings(
                ENGINE.evaluateDecision(REMINDER_POLICY, ReminderPolicyTable.inputs(situation)));
    }

    static DmnEngine engine() {
        return ENGINE;
    }

    static DmnDecision decision(Path path, String key) {
        try (InputStream file = Files.newInputStream(path)) {
            return ENGINE.parseDecision(key, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
