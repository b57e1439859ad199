package fi.hytekello.municipality;

/** A department's short code, lower-case letters, such as {@code education}; unique within a municipality. */
public record DepartmentCode(String value) {

    public DepartmentCode {
        if (!value.matches("[a-z]+")) {
            throw new IllegalArgumentException("Not a department code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
