package fi.hytekello.body;

/** The columns of a sheet of organisations, in their order. */
enum OrganisationColumn {
    KIND("kind", 24),
    NAME_FI("nameFi", 36),
    NAME_SV("nameSv", 36),
    LANGUAGE("language", 16),
    REGISTRY("registryEmail", 32),
    EXPERT("expertEmail", 32),
    TITLE_FI("managementTitleFi", 24),
    TITLE_SV("managementTitleSv", 24),
    MANAGEMENT("managementEmail", 32),
    FROM("validFrom", 14),
    UNTIL("validUntil", 14);

    private final String field;
    private final int width;

    OrganisationColumn(String field, int width) {
        this.field = field;
        this.width = width;
    }

    /** Name of the form's field, whose label heads the column. */
    String field() {
        return field;
    }

    int width() {
        return width;
    }
}
