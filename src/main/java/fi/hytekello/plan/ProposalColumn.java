package fi.hytekello.plan;

/** The columns of a table of proposals, in the order of the template. */
public enum ProposalColumn {
    TITLE("title"),
    GOAL("goal"),
    OWNER("owner"),
    DEPUTY("deputy"),
    STARTS_ON("startsOn"),
    ENDS_ON("endsOn"),
    EURO("euro"),
    NO_COST("noCost"),
    POPULATION_GROUP("populationGroup"),
    SCOPES("scopes"),
    EURO_YEAR_2("euroYear2"),
    EURO_YEAR_3("euroYear3"),
    PERSON_YEARS("personYears"),
    SUGGESTED_LINE("suggestedLine"),
    INDICATOR("indicator");

    private final String field;

    ProposalColumn(String field) {
        this.field = field;
    }

    /** Name of the field in the form. */
    public String field() {
        return field;
    }
}
