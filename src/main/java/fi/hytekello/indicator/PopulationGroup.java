package fi.hytekello.indicator;

import fi.hytekello.municipality.Languages;
import java.util.List;
import java.util.Locale;

/** A phenomenon that several indicators tell of, each of another part of the people. */
public record PopulationGroup(String titleFi, String titleSv, List<Part> parts) {

    /** @param indicator the indicator that tells of this part */
    public record Part(int indicator, String nameFi, String nameSv) {}

    public PopulationGroup {
        parts = List.copyOf(parts);
    }

    public String title(Locale locale) {
        return Languages.isSwedish(locale) ? titleSv : titleFi;
    }
}
