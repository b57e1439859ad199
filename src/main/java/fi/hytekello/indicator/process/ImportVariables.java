package fi.hytekello.indicator.process;

import fi.hytekello.indicator.source.ImportId;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The variables of the process IndicatorImport: the import, written by {@link CamundaIndicatorImportProcess} at the start,
 * and whether indicators are left, written by each batch.
 */
final class ImportVariables {

    static final String IMPORT = "importId";
    static final String LEFT = "indicatorsLeft";

    private ImportVariables() {}

    static ImportId importId(VariableScope scope) {
        return new ImportId((Long) Objects.requireNonNull(scope.getVariable(IMPORT), IMPORT));
    }
}
