package fi.hytekello.platform;

import fi.hytekello.platform.problem.Conflict;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/** Calls of the engine for which the domain has checked who may: whoever is signed in, the engine's own rights do not count. */
@Component
public class EngineCalls {

    private final IdentityService identities;

    EngineCalls(IdentityService identities) {
        this.identities = identities;
    }

    /** @throws Conflict when the engine works on the same things at this moment */
    public void asNobody(Runnable work) {
        asNobody(() -> {
            work.run();
            return true;
        });
    }

    /** @throws Conflict when the engine works on the same things at this moment */
    public <T> T asNobody(Supplier<T> work) {
        Authentication signedIn = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return work.get();
        } catch (OptimisticLockingException | CannotAcquireLockException met) {
            throw new Conflict("problem.task.busy");
        } finally {
            if (signedIn != null) {
                identities.setAuthentication(signedIn);
            }
        }
    }
}
