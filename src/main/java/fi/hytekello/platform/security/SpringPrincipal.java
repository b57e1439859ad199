package fi.hytekello.platform.security;

import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Hands the person signed in with Spring Security, with groups and tenants, to the engine. The groups are those of
 * today: the engine's own, and those of absent people for whom the person stands in.
 */
final class SpringPrincipal extends ContainerBasedAuthenticationProvider {

    private final People people;

    SpringPrincipal(People people) {
        this.people = people;
    }

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !signedIn.isAuthenticated() || signedIn instanceof AnonymousAuthenticationToken) {
            return AuthenticationResult.unsuccessful();
        }
        String user = signedIn.getName();
        var identities = engine.getIdentityService();
        if (identities.createUserQuery().userId(user).count() == 0) {
            return AuthenticationResult.unsuccessful();
        }
        AuthenticationResult result = new AuthenticationResult(user, true);
        Stream<String> own =
                identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId);
        List<String> tenants =
                identities.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .sorted()
                        .toList();
        result.setGroups(Stream.concat(own, inEffect(user)).distinct().sorted().toList());
        result.setTenants(tenants);
        return result;
    }

    private Stream<String> inEffect(String user) {
        return people.find(new Username(user)).stream()
                .flatMap(person -> person.holdingsInEffect().stream())
                .map(Person.Holding::group);
    }
}
