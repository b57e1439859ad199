package fi.hytekello.play;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fi.hytekello.BrowserTest;
import fi.hytekello.TestBrowser;
import fi.hytekello.cycle.CycleId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The people of one municipality. Each signs in once and keeps the session; all who speak one language sit at the same
 * window in turn: two dozen windows would keep the machine busier than the product does.
 */
final class TownHall {

    private final TestBrowser browser;
    private final String address;
    private final String place;
    private final CycleId cycle;
    private final Map<String, Seat> seats = new HashMap<>();
    private final Map<String, List<Cookie>> sessions = new HashMap<>();
    private final Set<String> kindsSeen = new HashSet<>();

    /** @param place as it ends the usernames, such as {@code mantyharju} */
    TownHall(TestBrowser browser, int port, String place, CycleId cycle) {
        this.browser = browser;
        this.address = "http://localhost:" + port;
        this.place = place;
        this.cycle = cycle;
    }

    /** A window and who sits at it, nobody at first. */
    private static final class Seat {
        private final PersonsWindow window;
        private String post = "";

        private Seat(PersonsWindow window) {
            this.window = window;
        }
    }

    /** @param post such as {@code koordinaattori} */
    PersonsWindow at(String post) {
        return seated(post, "fi-FI");
    }

    /** One whose browser speaks Swedish. */
    PersonsWindow inSwedish(String post) {
        return seated(post, "sv-SE");
    }

    /** Somebody from outside, without an account. */
    PersonsWindow passerBy() {
        return new PersonsWindow(browser.window("fi-FI"), address, kindsSeen);
    }

    /** Who sat there before leaves the page, and takes the session along. */
    private PersonsWindow seated(String post, String language) {
        Seat seat = seats.computeIfAbsent(
                language, spoken -> new Seat(new PersonsWindow(browser.window(spoken), address, kindsSeen)));
        if (seat.post.equals(post)) {
            return seat.window;
        }
        Page page = seat.window.page();
        page.navigate("about:blank");
        sessions.put(seat.post, page.context().cookies());
        page.context().clearCookies();
        seat.post = post;
        if (sessions.containsKey(post)) {
            page.context().addCookies(sessions.get(post));
        } else {
            signIn(seat.window, post);
        }
        return seat.window;
    }

    private void signIn(PersonsWindow window, String post) {
        Page page = window.open("/login").page();
        page.locator("#username").fill(username(post));
        page.locator("#password").fill(BrowserTest.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*:[0-9]+/$"));
    }

    String username(String post) {
        return post + "." + place;
    }

    String address(String post) {
        return post + "@" + place + ".example";
    }

    /** Of the year that is played. */
    String cyclePath() {
        return "/cycles/" + cycle;
    }
}
