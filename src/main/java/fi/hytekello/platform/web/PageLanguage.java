package fi.hytekello.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The browser's language, unless the page has its own switch of languages and says which one is chosen. */
public final class PageLanguage extends AcceptHeaderLocaleResolver {

    private static final String CHOSEN = PageLanguage.class.getName();

    PageLanguage() {}

    /** From now on this request is answered in this language. */
    public static void choose(HttpServletRequest request, Locale language) {
        request.setAttribute(CHOSEN, language);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return request.getAttribute(CHOSEN) instanceof Locale chosen ? chosen : super.resolveLocale(request);
    }
}
