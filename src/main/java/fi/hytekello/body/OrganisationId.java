package fi.hytekello.body;

/** Identity of an organisation in a tenant's register. */
public record OrganisationId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
