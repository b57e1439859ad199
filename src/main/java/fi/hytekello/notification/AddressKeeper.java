package fi.hytekello.notification;

import fi.hytekello.municipality.MunicipalityCode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feature that keeps the mail addresses of some recipients. The features know the outbox, so it asks them through
 * this when an address takes no mail.
 */
public interface AddressKeeper {

    /**
     * A recipient as people know it.
     *
     * @param address as it is kept now; null where none is kept any more
     */
    record Kept(String name, @Nullable String address) {}

    /**
     * Those whose addresses it keeps; recipients of other features are left out.
     *
     * @param recipients keys of the outbox, such as usernames or {@code party:12}
     */
    Map<String, Kept> find(Collection<String> recipients, MunicipalityCode municipality, Locale locale);

    /**
     * Keeps another address from now on, in the caller's transaction. Called only for what {@link #find} has found.
     *
     * @param address a valid one
     * @throws fi.hytekello.platform.problem.InvalidInput naming the field {@code newAddress} when it cannot be kept
     */
    void correct(String recipient, MunicipalityCode municipality, String address);
}
