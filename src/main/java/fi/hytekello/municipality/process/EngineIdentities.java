package fi.hytekello.municipality.process;

import fi.hytekello.municipality.Identities;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.EngineAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mirrors our people into the engine: each person a user, each role a group, each municipality a tenant. Our tables
 * are the truth; the engine's copy only decides what the Tasklist shows.
 */
@Component
class EngineIdentities implements Identities {

    private final IdentityService engine;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final EngineAccess access;

    EngineIdentities(IdentityService engine, JdbcClient jdbc, MessageSource messages, EngineAccess access) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.messages = messages;
        this.access = access;
    }

    private record Account(
            String username,
            String title,
            String email,
            @Nullable String municipality) {}

    @Override
    @Transactional
    public void mirror(String password) {
        access.alone();
        mirrorUsers(password);
        mirrorGroups();
        mirrorTenants();
        access.grant();
    }

    @Override
    @Transactional
    public void changePasswords(String password) {
        for (User user : engine.createUserQuery().list()) {
            user.setPassword(password);
            engine.saveUser(user);
        }
    }

    private void mirrorUsers(String password) {
        Map<String, User> known =
                engine.createUserQuery().list().stream().collect(Collectors.toMap(User::getId, Function.identity()));
        List<Account> accounts = jdbc.sql("""
                        select p.username, p.title_fi as title, p.email,
                            case when count(distinct m.code) = 1 then min(m.name_fi) end as municipality
                        from hyte.person p left join hyte.person_role r using (username)
                            left join hyte.municipality m on m.code = r.municipality_code
                        where p.active group by p.username order by p.username""").query(Account.class).list();
        for (Account account : accounts) {
            User present = known.remove(account.username());
            if (present == null) {
                User added = engine.newUser(account.username());
                added.setPassword(password);
                save(added, account);
            } else if (!account.equals(of(present))) {
                save(present, account);
            }
        }
        known.remove(EngineAccess.NOBODY);
        known.keySet().forEach(engine::deleteUser);
    }

    private void save(User user, Account account) {
        user.setFirstName(account.title());
        user.setLastName(account.municipality());
        user.setEmail(account.email());
        engine.saveUser(user);
    }

    private static Account of(User user) {
        return new Account(user.getId(), user.getFirstName(), user.getEmail(), user.getLastName());
    }

    private void mirrorGroups() {
        Set<String> known =
                engine.createGroupQuery().list().stream().map(Group::getId).collect(Collectors.toSet());
        Map<String, Set<String>> members = pairs("""
                select distinct r.group_id, r.username from hyte.person_role r join hyte.person p using (username)
                where p.active order by 1, 2""");
        known.stream().filter(id -> !Groups.CAMUNDA_ADMIN.equals(id)).forEach(id -> members.putIfAbsent(id, Set.of()));
        Map<String, String> names = names();
        members.forEach((id, wanted) -> {
            if (!known.contains(id)) {
                Group group = engine.newGroup(id);
                group.setName(names.getOrDefault(id, id));
                group.setType("WORKFLOW");
                engine.saveGroup(group);
            }
            Set<String> present =
                    usernames(engine.createUserQuery().memberOfGroup(id).list());
            minus(wanted, present).forEach(username -> engine.createMembership(username, id));
            minus(present, wanted).forEach(username -> engine.deleteMembership(username, id));
        });
    }

    private void mirrorTenants() {
        Set<String> known =
                engine.createTenantQuery().list().stream().map(Tenant::getId).collect(Collectors.toSet());
        Map<String, Set<String>> members = pairs("""
                select distinct r.municipality_code, r.username from hyte.person_role r join hyte.person p using (username)
                where p.active order by 1, 2""");
        known.forEach(id -> members.putIfAbsent(id, Set.of()));
        Map<String, Set<String>> municipalities = pairs(
                "select distinct code, name_fi from hyte.municipality join hyte.person_role on code = municipality_code");
        members.forEach((id, wanted) -> {
            if (!known.contains(id)) {
                Tenant tenant = engine.newTenant(id);
                tenant.setName(String.join("", municipalities.getOrDefault(id, Set.of(id))));
                engine.saveTenant(tenant);
            }
            Set<String> present =
                    usernames(engine.createUserQuery().memberOfTenant(id).list());
            minus(wanted, present).forEach(username -> engine.createTenantUserMembership(id, username));
            minus(present, wanted).forEach(username -> engine.deleteTenantUserMembership(id, username));
        });
    }

    /** Names of the groups; a department's group is named after the department. */
    private Map<String, String> names() {
        return jdbc
                .sql("""
                        select distinct on (r.group_id) r.group_id, r.role, d.name_fi
                        from hyte.person_role r
                            left join hyte.department d on d.municipality_code = r.municipality_code and d.code = r.department_code
                        order by r.group_id, r.municipality_code""")
                .query((row, n) -> {
                    String role = messages.getMessage(
                            "group." + Role.valueOf(row.getString("role")), null, Languages.FINNISH);
                    String department = row.getString("name_fi");
                    return Map.entry(row.getString("group_id"), department == null ? role : role + ": " + department);
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Set<String>> pairs(String sql) {
        return jdbc.sql(sql).query((row, n) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private static Set<String> usernames(List<User> users) {
        return users.stream().map(User::getId).collect(Collectors.toSet());
    }

    private static List<String> minus(Set<String> all, Set<String> without) {
        return all.stream().filter(one -> !without.contains(one)).sorted().toList();
    }
}
