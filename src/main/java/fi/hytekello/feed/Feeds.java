package fi.hytekello.feed;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.security.LinkToken;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The feeds, and the secret links to them: one for each feed, made and revoked by its owner. */
@Service
public class Feeds {

    private final FeedTable table;
    private final FeedPublishing publishing;
    private final People people;
    private final Municipalities municipalities;
    private final AuditTrail audit;
    private final Clock clock;

    Feeds(
            FeedTable table,
            FeedPublishing publishing,
            People people,
            Municipalities municipalities,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.publishing = publishing;
        this.people = people;
        this.municipalities = municipalities;
        this.audit = audit;
        this.clock = clock;
    }

    /** The person's own feed. */
    public Feed own(Person person) {
        FeedOwner owner = new FeedOwner.Own(person.username());
        return table.find(owner).orElseGet(() -> Feed.unlinked(owner));
    }

    /** The common feeds that this person keeps, one for each language of each municipality; none for most people. */
    public List<Feed> common(Person person) {
        List<MunicipalityCode> kept = person.municipalities().stream()
                .filter(municipality -> coordinates(person, municipality))
                .toList();
        Map<FeedOwner, Feed> known =
                table.common(kept).stream().collect(Collectors.toMap(Feed::owner, Function.identity()));
        return municipalities.languages(kept).entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(language -> new FeedOwner.Common(one.getKey(), language)))
                .map(owner -> known.getOrDefault(owner, Feed.unlinked(owner)))
                .toList();
    }

    /**
     * Makes a new link; the one before, if any, leads nowhere from now on.
     *
     * @param version what the person saw
     * @return the token, which cannot be read again
     * @throws Refused when the feed is not this person's to keep
     * @throws Conflict when its link has been changed since that version
     */
    @Transactional
    public LinkToken renew(FeedOwner owner, int version, Person by) {
        LinkToken token = LinkToken.random();
        link(owner, token, version, by);
        return token;
    }

    /**
     * Takes the link back.
     *
     * @throws Refused when the feed is not this person's to keep
     * @throws Conflict when its link has been changed since that version
     */
    @Transactional
    public void revoke(FeedOwner owner, int version, Person by) {
        link(owner, null, version, by);
    }

    private void link(FeedOwner owner, @Nullable LinkToken token, int version, Person by) {
        if (!isKeptBy(owner, by)) {
            throw new Refused("problem.feed.keeper");
        }
        table.create(owner);
        if (!table.link(owner, token, version, clock.instant())) {
            throw new Conflict("problem.feed.changed");
        }
        audit(owner, token == null ? "feed.revoked" : "feed.linked", by);
    }

    private boolean isKeptBy(FeedOwner owner, Person person) {
        if (owner instanceof FeedOwner.Common common) {
            return coordinates(person, common.municipality())
                    && municipalities.languages(common.municipality()).contains(common.language());
        }
        return owner.equals(new FeedOwner.Own(person.username()));
    }

    private static boolean coordinates(Person person, MunicipalityCode municipality) {
        return person.holds(Role.COORDINATOR, municipality) || person.holds(Role.REGIONAL_COORDINATOR, municipality);
    }

    /** A person's own feed belongs to no municipality: it is recorded in the first of theirs. */
    private void audit(FeedOwner owner, String action, Person by) {
        if (owner instanceof FeedOwner.Common common) {
            audit.record(
                    common.municipality(),
                    null,
                    action,
                    "feed:" + common.municipality(),
                    Map.of("language", common.language().getLanguage()));
        } else {
            by.municipalities().stream()
                    .findFirst()
                    .ifPresent(municipality ->
                            audit.record(municipality, null, action, "feed:" + by.username(), Map.of()));
        }
    }

    /** @throws NotFound when the link is unknown or revoked, or its person is not active any more */
    @Transactional
    public FeedCalendar read(LinkToken token) {
        FeedTable.Locked feed =
                table.read(token, clock.instant()).orElseThrow(() -> new NotFound("problem.feed.unknown"));
        if (feed.owner() instanceof FeedOwner.Own own) {
            Person person = people.find(own.person()).orElseThrow(() -> new NotFound("problem.feed.unknown"));
            return publishing.publish(feed.id(), person);
        }
        return publishing.publish(feed.id(), (FeedOwner.Common) feed.owner());
    }

    /** The same without a link, for files: what concerns this person. */
    @Transactional
    public FeedCalendar calendar(Person person) {
        return publishing.publish(locked(new FeedOwner.Own(person.username())), person);
    }

    /** The same without a link, for files: the municipality's common calendar, in its own language. */
    @Transactional
    public FeedCalendar calendar(MunicipalityCode municipality) {
        FeedOwner.Common common = new FeedOwner.Common(municipality, municipalities.writingLanguage(municipality));
        return publishing.publish(locked(common), common);
    }

    private long locked(FeedOwner owner) {
        table.create(owner);
        return table.lock(owner).id();
    }
}
