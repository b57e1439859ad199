package fi.hytekello.feed.web;

import fi.hytekello.feed.Feed;
import fi.hytekello.feed.FeedOwner;
import fi.hytekello.feed.Feeds;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.notification.SiteSettings;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.security.LinkToken;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people make, renew and revoke the links to their calendars. */
@Controller
class FeedPage {

    private static final String PAGE = "redirect:/calendar";

    private final Feeds feeds;
    private final SiteSettings site;

    FeedPage(Feeds feeds, SiteSettings site) {
        this.feeds = feeds;
        this.site = site;
    }

    /**
     * A feed on the page.
     *
     * @param path where its link is made and revoked
     * @param common whose and in which language a common one is, null for the own
     */
    record Row(Feed feed, String path, FeedOwner.@Nullable Common common) {}

    /** The address of a link that was just made; shown once, because nobody knows it afterwards. */
    record Made(String path, String address) {}

    @GetMapping("/calendar")
    String show(Person person, Model model) {
        Stream<Feed> all = Stream.concat(Stream.of(feeds.own(person)), feeds.common(person).stream());
        model.addAttribute("rows", all.map(FeedPage::row).toList());
        return "forms/feed/calendar-feeds";
    }

    private static Row row(Feed feed) {
        return new Row(feed, path(feed.owner()), feed.owner() instanceof FeedOwner.Common common ? common : null);
    }

    private static String path(FeedOwner owner) {
        return owner instanceof FeedOwner.Common common
                ? "/calendar/" + common.municipality() + "/" + common.language()
                : "/calendar/own";
    }

    @PostMapping("/calendar/own/{act:link|revoke}")
    String own(@PathVariable String act, @RequestParam int version, Person person, RedirectAttributes next) {
        return change(new FeedOwner.Own(person.username()), act, version, person, next);
    }

    @PostMapping("/calendar/{municipality}/{language:fi|sv}/{act:link|revoke}")
    String common(
            @PathVariable MunicipalityCode municipality,
            @PathVariable String language,
            @PathVariable String act,
            @RequestParam int version,
            Person person,
            RedirectAttributes next) {
        if (!person.belongsTo(municipality)) {
            throw new NotFound("problem.municipality.unknown", municipality.value());
        }
        Locale in = language.equals("sv") ? Languages.SWEDISH : Languages.FINNISH;
        return change(new FeedOwner.Common(municipality, in), act, version, person, next);
    }

    /** Who clicks twice gets the link of the first click; whose page is old, sees how it is now. */
    private String change(FeedOwner owner, String act, int version, Person person, RedirectAttributes next) {
        try {
            if (act.equals("link")) {
                LinkToken token = feeds.renew(owner, version, person);
                next.addFlashAttribute(
                        "made", new Made(path(owner), site.link("/calendar-feeds/" + token.value() + ".ics")));
            } else {
                feeds.revoke(owner, version, person);
                next.addFlashAttribute("revoked", path(owner));
            }
        } catch (Conflict changed) {
            return PAGE + "?changed";
        }
        return PAGE;
    }
}
