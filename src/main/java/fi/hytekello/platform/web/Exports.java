package fi.hytekello.platform.web;

import fi.hytekello.municipality.MunicipalityCode;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the files in which people take along what a page shows. */
@Component
public class Exports {

    private final MessageSource messages;
    private final Names names;

    Exports(MessageSource messages, Names names) {
        this.messages = messages;
        this.names = names;
    }

    /**
     * An empty file about one year of a municipality.
     *
     * @param content message key of what it contains, which also names the file
     */
    public Export of(MunicipalityCode municipality, int year, String content, Locale locale) {
        return new Export(
                messages, names, locale, municipality, names.municipality(municipality, locale) + " " + year, content);
    }

    /**
     * An empty file about a municipality, of no single year.
     *
     * @param content message key of what it contains, which also names the file
     */
    public Export of(MunicipalityCode municipality, String content, Locale locale) {
        return new Export(messages, names, locale, municipality, names.municipality(municipality, locale), content);
    }

    /** An empty file of one person's own things, which may be of several municipalities. */
    public Export own(String content, Locale locale) {
        return new Export(messages, names, locale, null, "", content);
    }
}
