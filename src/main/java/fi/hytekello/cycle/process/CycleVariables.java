package fi.hytekello.cycle.process;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.municipality.DepartmentCode;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * The variables that every process of the cycle carries. {@code cycleId} is written by {@link CamundaCycleProcess}
 * and handed on by the call activities; {@code matter} stands in its place where a process belongs to no cycle; {@code departmentCode} by the multi-instance activities; {@code milestone},
 * {@code subject} and {@code body} by the call activities of the reusable processes.
 */
public final class CycleVariables {

    private CycleVariables() {}

    public static CycleId cycle(VariableScope scope) {
        return new CycleId((Long) required(scope, "cycleId"));
    }

    /** What a process belongs to that belongs to no cycle, such as {@code nomination:12}; null in a cycle's process. */
    public static @Nullable String matterOrNull(VariableScope scope) {
        return (String) scope.getVariable("matter");
    }

    public static DepartmentCode department(VariableScope scope) {
        return new DepartmentCode((String) required(scope, "departmentCode"));
    }

    public static @Nullable DepartmentCode departmentOrNull(VariableScope scope) {
        Object code = scope.getVariable("departmentCode");
        return code == null ? null : new DepartmentCode((String) code);
    }

    public static MilestoneKind milestone(VariableScope scope) {
        return MilestoneKind.valueOf((String) required(scope, "milestone"));
    }

    public static String subject(VariableScope scope) {
        return (String) required(scope, "subject");
    }

    public static String body(VariableScope scope) {
        return (String) required(scope, "body");
    }

    private static Object required(VariableScope scope, String name) {
        Object value = scope.getVariable(name);
        if (value == null) {
            throw new IllegalStateException("The process variable " + name + " is missing");
        }
        return value;
    }
}
