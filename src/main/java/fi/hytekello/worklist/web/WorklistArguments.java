package fi.hytekello.worklist.web;

import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets a page ask for the signed-in {@link Person}, and for the {@link OpenTask} of the path variable {@code taskId}:
 * a task that is not this person's does not exist for the page, and a deputy's page says who is absent.
 */
@Configuration(proxyBeanMethods = false)
class WorklistArguments {

    @Bean
    HandlerMethodArgumentResolver personArgument(People people) {
        return new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Person.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    ModelAndViewContainer page,
                    NativeWebRequest request,
                    WebDataBinderFactory binding) {
                return signedIn(people, request);
            }
        };
    }

    @Bean
    HandlerMethodArgumentResolver openTaskArgument(People people, Worklist worklist) {
        return new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == OpenTask.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    ModelAndViewContainer page,
                    NativeWebRequest request,
                    WebDataBinderFactory binding) {
                Object variables = request.getAttribute(
                        HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, NativeWebRequest.SCOPE_REQUEST);
                String taskId = (String) ((Map<?, ?>) Objects.requireNonNull(variables)).get("taskId");
                Person person = signedIn(people, request);
                OpenTask found = worklist.find(Objects.requireNonNull(taskId))
                        .filter(task -> task.isFor(person))
                        .orElseThrow(() -> new NotFound("problem.task.gone"));
                found.deputyFor(person).ifPresent(deputyship -> page.addAttribute("deputyFor", deputyship.absent()));
                return found;
            }
        };
    }

    private static Person signedIn(People people, NativeWebRequest request) {
        Principal principal = Objects.requireNonNull(request.getUserPrincipal());
        return people.get(new Username(principal.getName()));
    }
}
