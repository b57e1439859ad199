package fi.hytekello.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The groups' rights in the engine: to use the Tasklist and to read its three filters. The right to work on a task
 * comes with the task itself, from its candidate groups.
 */
@Component
public class EngineAccess {

    /**
     * The engine's administrator where no person is one. Nobody knows its password, and no username of a person has a
     * capital letter.
     */
    public static final String NOBODY = "Nobody";

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final IdentityService identities;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    EngineAccess(
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            IdentityService identities,
            MessageSource messages,
            JdbcClient jdbc) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.identities = identities;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** Waits until no other node changes identities or rights; until the end of the caller's transaction. */
    public void alone() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(20261)) as waited")
                .query(Integer.class)
                .single();
    }

    /** Creates what is missing of filters and rights; happens at every start. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void grant() {
        alone();
        Map<String, String> known = filters.createFilterQuery().list().stream()
                .collect(Collectors.toMap(Filter::getName, Filter::getId, (first, second) -> first));
        String mine = filter(known, "filter.mine", 1, mineToDo());
        String groups = filter(known, "filter.groups", 2, ofGroups());
        String late = filter(known, "filter.late", 3, ofGroups().dueBeforeExpression("${now()}"));
        List<String> ids = identities.createGroupQuery().list().stream()
                .map(Group::getId)
                .filter(id -> !Groups.CAMUNDA_ADMIN.equals(id))
                .toList();
        allow(ids, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        for (String filter : List.of(mine, groups, late)) {
            allow(ids, Resources.FILTER, filter, Permissions.READ);
        }
        if (identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() == 0) {
            appointNobody();
        }
    }

    /** Without an administrator the engine's web applications lead everybody to a page that would make one. */
    private void appointNobody() {
        if (identities.createUserQuery().userId(NOBODY).count() == 0) {
            User nobody = identities.newUser(NOBODY);
            nobody.setPassword(new Base64StringKeyGenerator(32).generateKey());
            identities.saveUser(nobody);
        }
        makeAdministrator(NOBODY);
    }

    /** Opens Cockpit and Admin to this user, past tenants and rights: never a municipality's own user. */
    @Transactional
    public void makeAdministrator(String username) {
        alone();
        if (identities.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group group = identities.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("Camunda");
            group.setType("SYSTEM");
            identities.saveGroup(group);
        }
        if (identities
                        .createUserQuery()
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .userId(username)
                        .count()
                > 0) {
            return;
        }
        identities.createMembership(username, Groups.CAMUNDA_ADMIN);
        for (Resource resource : Resources.values()) {
            allow(List.of(Groups.CAMUNDA_ADMIN), resource, Authorization.ANY, Permissions.ALL);
        }
    }

    /** What I have claimed, and what waits for anybody of my groups to claim it. */
    private TaskQuery mineToDo() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr();
    }

    private TaskQuery ofGroups() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
    }

    private String filter(Map<String, String> known, String key, int place, TaskQuery query) {
        String name = messages.getMessage(key, null, java.util.Locale.forLanguageTag("fi"));
        String id = known.get(name);
        if (id != null) {
            return id;
        }
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(Map.of("priority", place, "color", "#0b4f6c", "refresh", true));
        return filters.saveFilter(filter).getId();
    }

    private void allow(List<String> groups, Resource resource, String id, Permission permission) {
        Set<String> allowed = authorizations
                .createAuthorizationQuery()
                .resourceType(resource)
                .resourceId(id)
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .list()
                .stream()
                .map(Authorization::getGroupId)
                .collect(Collectors.toSet());
        for (String group : groups) {
            if (!allowed.contains(group)) {
                Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                grant.setGroupId(group);
                grant.setResource(resource);
                grant.setResourceId(id);
                grant.addPermission(permission);
                authorizations.saveAuthorization(grant);
            }
        }
    }
}
