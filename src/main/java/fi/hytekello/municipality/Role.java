package fi.hytekello.municipality;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person does in the cycle (domain chapter 2.3). Each role is a group of the engine. */
public enum Role {
    COORDINATOR,
    WELLBEING_GROUP,
    DEPARTMENT,
    DEPARTMENT_DIRECTOR,
    FINANCE,
    MANAGER,
    SECRETARY,
    REGISTRY,
    /** Answers for measures, without any other part in the year. */
    RESPONSIBLE,
    REGIONAL_COORDINATOR,
    REGIONAL_DIRECTOR,
    ADMIN;

    /** True where the role is held in one department. */
    public boolean isOfDepartment() {
        return this == DEPARTMENT || this == DEPARTMENT_DIRECTOR;
    }

    /** The group's id, such as {@code wellbeing-group} or {@code department-director-education}. */
    public String group(@Nullable DepartmentCode department) {
        if (isOfDepartment() != (department != null)) {
            throw new IllegalArgumentException(this + " and department " + department + " do not go together");
        }
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return department == null ? name : name + "-" + department;
    }
}
