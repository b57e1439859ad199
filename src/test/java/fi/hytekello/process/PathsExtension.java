package fi.hytekello.process;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * Gives each test a clean engine and a walk, and in the end fails when an element or a flow of the model was never
 * visited. That check needs all tests of the class: it is left out when only some of them were asked for.
 */
final class PathsExtension
        implements BeforeAllCallback, ParameterResolver, AfterEachCallback, AfterAllCallback, TestWatcher {

    private final Set<String> ran = new HashSet<>();
    private @Nullable Walk walk;

    @Override
    public void beforeAll(ExtensionContext context) {
        PathEngine.VISITS.forget();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Walk.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        PathEngine.SERVICES.forget();
        BpmnAwareTests.init(PathEngine.ENGINE);
        Walk started = new Walk(process(context));
        walk = started;
        return started;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (walk != null) {
            walk.abandon();
        }
        BpmnAwareTests.reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (ran.containsAll(declared(context.getRequiredTestClass()))) {
            Assertions.assertThat(PathEngine.VISITS.missing(process(context)))
                    .as("never visited in %s", process(context))
                    .isEmpty();
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        ran.add(context.getRequiredTestMethod().getName());
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        ran.add(context.getRequiredTestMethod().getName());
    }

    private static Set<String> declared(Class<?> tests) {
        return List.copyOf(
                        AnnotationSupport.findAnnotatedMethods(tests, Testable.class, HierarchyTraversalMode.TOP_DOWN))
                .stream()
                .map(method -> method.getName())
                .collect(toSet());
    }

    private static String process(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), PathsOf.class)
                .orElseThrow()
                .value();
    }
}
