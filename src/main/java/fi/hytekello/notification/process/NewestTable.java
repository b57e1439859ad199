package fi.hytekello.notification.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * A decision table, always in its newest version. It changes with a deployment only and is asked often, so each answer
 * of a version is worked out once.
 */
final class NewestTable<Q, A> {

    private final String key;
    private final RepositoryService repository;
    private final DecisionService decisions;
    private final IdentityService identities;
    private final Function<Q, VariableMap> inputs;
    private final Function<DmnDecisionResult, A> answer;
    private volatile Version<Q, A> known = new Version<>("", Map.of());

    private record Version<Q, A>(String id, Map<Q, A> answers) {}

    NewestTable(
            String key,
            RepositoryService repository,
            DecisionService decisions,
            IdentityService identities,
            Function<Q, VariableMap> inputs,
            Function<DmnDecisionResult, A> answer) {
        this.key = key;
        this.repository = repository;
        this.decisions = decisions;
        this.identities = identities;
        this.inputs = inputs;
        this.answer = answer;
    }

    /** The newest version, to be asked as often as one question needs it. */
    Function<Q, A> newest() {
        String id = asNobody(() -> repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId());
        Version<Q, A> version = known;
        if (!version.id().equals(id)) {
            version = new Version<>(id, new ConcurrentHashMap<>());
            known = version;
        }
        Map<Q, A> answers = version.answers();
        return question -> answers.computeIfAbsent(question, asked -> evaluate(id, asked));
    }

    private A evaluate(String id, Q question) {
        return asNobody(() -> answer.apply(decisions
                .evaluateDecisionById(id)
                .variables(inputs.apply(question))
                .evaluate()));
    }

    /** The table holds for everybody, whoever's click asks: people have no rights of their own to decision tables. */
    private <T> T asNobody(Supplier<T> work) {
        Authentication signedIn = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (signedIn != null) {
                identities.setAuthentication(signedIn);
            }
        }
    }
}
