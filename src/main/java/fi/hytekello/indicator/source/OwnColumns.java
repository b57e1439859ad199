package fi.hytekello.indicator.source;

import fi.hytekello.platform.sheet.CellReader;
import fi.hytekello.platform.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** Which columns a municipality's own table has; those of the title, the year and the value must be there. */
record OwnColumns(
        String title,
        @Nullable String titleSv,
        @Nullable String unit,
        @Nullable String unitSv,
        @Nullable String direction,
        @Nullable String theme,
        @Nullable String department,
        @Nullable String producer,
        String year,
        String value,
        @Nullable String margin,
        @Nullable String respondents) {

    static OwnColumns of(Sheet sheet, CellReader cells) {
        return new OwnColumns(
                cells.column("ownIndicator", "Mittari", "Indikator", "Mittari suomeksi", "Indikator på finska"),
                optional(sheet, "Mittari ruotsiksi", "Indikator på svenska"),
                optional(sheet, "Yksikkö", "Enhet", "Yksikkö suomeksi", "Enhet på finska"),
                optional(sheet, "Yksikkö ruotsiksi", "Enhet på svenska"),
                optional(sheet, "Suunta", "Riktning"),
                optional(sheet, "Teema", "Tema"),
                optional(sheet, "Toimiala", "Sektor"),
                optional(sheet, "Tuottaja", "Producent"),
                cells.column("year", "Vuosi", "År"),
                cells.column("value", "Arvo", "Värde"),
                optional(sheet, "Virhemarginaali", "Felmarginal"),
                optional(sheet, "Vastaajia", "Svarande"));
    }

    private static @Nullable String optional(Sheet sheet, String... names) {
        return sheet.header(names).orElse(null);
    }
}
