package fi.hytekello.municipality;

/** The name a person signs in with. */
public record Username(String value) {

    public Username {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A username is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
