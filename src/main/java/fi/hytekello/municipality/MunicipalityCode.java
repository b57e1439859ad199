package fi.hytekello.municipality;

/**
 * Code of a tenant, also the engine's tenant id: Statistics Finland's three-digit code of a municipality, such as
 * {@code 178}, or the letters of a regional council, such as {@code KH}.
 */
public record MunicipalityCode(String value) {

    public MunicipalityCode {
        if (!value.matches("[0-9]{3}|[A-Z]{2,3}")) {
            throw new IllegalArgumentException("Not a municipality code: " + value);
        }
    }

    /** True for a regional council's letters; municipalities have three digits. */
    public boolean isOfRegionalCouncil() {
        return Character.isLetter(value.charAt(0));
    }

    @Override
    public String toString() {
        return value;
    }
}
