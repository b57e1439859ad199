package fi.hytekello.municipality;

/** Statistics Finland's three-digit municipality code, such as {@code 178}; also the engine's tenant id. */
public record MunicipalityCode(String value) {

    public MunicipalityCode {
        if (!value.matches("[0-9]{3}")) {
            throw new IllegalArgumentException("Not a municipality code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
