package fi.hytekello.demo;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes mail for everybody but those below {@code .invalid}, a domain that nobody can have (RFC 2606): so that one can see
 * what becomes of an address that takes no mail.
 */
final class DemoMailServer extends GreenMail {

    private static final String NOBODY = ".invalid";

    DemoMailServer(ServerSetup... setups) {
        super(setups);
    }

    /** Called by the constructor, and at each start. */
    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers given) {
        if (!(managers instanceof Refusing)) {
            managers = new Refusing();
        }
        return super.createServices(setups, managers);
    }

    private static final class Refusing extends Managers {

        private final SmtpManager refusing = new SmtpManager(getImapHostManager(), getUserManager()) {

            /** Null for yes. */
            @Override
            public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
                return recipient.getEmail().toLowerCase(Locale.ROOT).endsWith(NOBODY)
                        ? "550 5.1.1 No such mailbox"
                        : null;
            }
        };

        @Override
        public SmtpManager getSmtpManager() {
            return refusing;
        }
    }
}
