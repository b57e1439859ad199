package fi.hytekello.plan;

/** What a measure affects significantly; with the cost, the criteria of Sastamala (domain chapter 1.9). */
public enum ImpactCriterion {
    RESIDENTS("affectsResidents"),
    STAFF("affectsStaff"),
    BUSINESS("affectsBusiness"),
    EMPLOYMENT("affectsEmployment"),
    SERVICES("affectsServices"),
    STRATEGY("affectsStrategy");

    private final String field;

    ImpactCriterion(String field) {
        this.field = field;
    }

    /** Name of its field in the form. */
    public String field() {
        return field;
    }
}
