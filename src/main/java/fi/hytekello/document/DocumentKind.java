package fi.hytekello.document;

import fi.hytekello.decision.Subject;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The documents of a year. */
public enum DocumentKind {
    WELFARE_REPORT(Subject.WELFARE_REPORT),
    WELFARE_PLAN(Subject.BUDGET),
    BUDGET_ANNEX(Subject.BUDGET),
    /** The statements on the welfare report, with the replies. */
    STATEMENT_APPENDIX(Subject.WELFARE_REPORT);

    private final Subject subject;

    DocumentKind(Subject subject) {
        this.subject = subject;
    }

    /** The matter whose versions this document follows. */
    Subject subject() {
        return subject;
    }

    /** The kind in addresses and file names, such as {@code welfare-report}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DocumentKind> ofSlug(String slug) {
        return Stream.of(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
