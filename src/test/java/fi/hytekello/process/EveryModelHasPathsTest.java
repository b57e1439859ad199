package fi.hytekello.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;

class EveryModelHasPathsTest {

    @Test
    void testsThePathsOfEveryModel() {
        Set<String> models = PathEngine.ENGINE.getRepositoryService().createProcessDefinitionQuery().list().stream()
                .map(ProcessDefinition::getKey)
                .collect(toSet());
        assertThat(models)
                .isNotEmpty()
                .allSatisfy(model -> assertThat(
                                testsOf(model).getAnnotation(PathsOf.class).value())
                        .isEqualTo(model));
    }

    private static Class<?> testsOf(String model) throws ClassNotFoundException {
        return Class.forName("%s.%sPathsTest".formatted(EveryModelHasPathsTest.class.getPackageName(), model));
    }
}
