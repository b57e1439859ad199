package fi.hytekello.play;

import com.microsoft.playwright.Page;
import fi.hytekello.BrowserTest;
import fi.hytekello.TestBrowser;
import fi.hytekello.cycle.CycleId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The people of one municipality at their windows; each signs in once. */
final class TownHall {

    private final TestBrowser browser;
    private final String address;
    private final String place;
    private final CycleId cycle;
    private final Map<String, PersonsWindow> windows = new HashMap<>();
    private final Set<String> kindsSeen = new HashSet<>();

    /** @param place as it ends the usernames, such as {@code mantyharju} */
    TownHall(TestBrowser browser, int port, String place, CycleId cycle) {
        this.browser = browser;
        this.address = "http://localhost:" + port;
        this.place = place;
        this.cycle = cycle;
    }

    /** @param post such as {@code koordinaattori} */
    PersonsWindow at(String post) {
        return windows.computeIfAbsent(post, who -> signIn(who, "fi-FI"));
    }

    /** One whose browser speaks Swedish. */
    PersonsWindow inSwedish(String post) {
        return windows.computeIfAbsent(post, who -> signIn(who, "sv-SE"));
    }

    /** Somebody from outside, without an account. */
    PersonsWindow passerBy() {
        return new PersonsWindow(browser.window("fi-FI"), address, kindsSeen);
    }

    private PersonsWindow signIn(String post, String language) {
        Page page = browser.window(language);
        PersonsWindow window = new PersonsWindow(page, address, kindsSeen);
        window.open("/login");
        page.locator("#username").fill(username(post));
        page.locator("#password").fill(BrowserTest.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*:[0-9]+/$"));
        return window;
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

    /** Their work is done: nobody needs the windows any more, and memory is short. */
    void goHome() {
        windows.values().forEach(PersonsWindow::close);
        windows.clear();
    }
}
