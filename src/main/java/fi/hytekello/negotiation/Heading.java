package fi.hytekello.negotiation;

/** The five headings of the yearly negotiation (THL; domain 1.1, L-11), numbered as on the agenda. */
public enum Heading {
    GOALS(1),
    COOPERATION(2),
    MONITORING(3),
    OPERATING_MODELS(4),
    INFORMATION(5);

    private final int number;

    Heading(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
