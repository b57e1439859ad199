package fi.hytekello.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** On in the demo and while a year is simulated. */
final class DemoWorldOn implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
        return DemoOn.isOn(context.getEnvironment()) || SimulationSettings.isAskedFor(context.getEnvironment());
    }
}
