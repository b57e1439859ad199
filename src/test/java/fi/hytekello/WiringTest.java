package fi.hytekello;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.worklist.Answer;
import fi.hytekello.worklist.TaskRule;
import fi.hytekello.worklist.TaskRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the models name exists: rules, beans, pages, texts; and the engine runs as it should. */
@WholeTest
class WiringTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskRules rules;

    @Autowired
    MessageSource messages;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Test
    void deploysExactlyTheModelsAndFormsOfTheRepository() throws IOException {
        String deployment = repository.createDeploymentQuery().singleResult().getId();
        Set<String> files = new TreeSet<>();
        for (String root : Set.of("processes", "forms")) {
            try (Stream<Path> found = Files.walk(Path.of(root))) {
                found.map(Path::toString)
                        .filter(name -> name.endsWith(".bpmn") || name.endsWith(".dmn") || name.endsWith(".form"))
                        .forEach(files::add);
            }
        }
        assertThat(new TreeSet<>(repository.getDeploymentResourceNames(deployment)))
                .isEqualTo(files);
    }

    @Test
    void everyUserTaskHasARuleAndEveryRuleATask() {
        assertThat(rules.all().stream()
                        .map(rule -> rule.process() + "." + rule.task())
                        .collect(Collectors.toSet()))
                .isEqualTo(userTasks());
    }

    @Test
    void everyUserTaskIsNamedInFinnishAndSwedish() {
        for (String task : userTasks()) {
            assertThat(messages.getMessage("task." + task, null, Locale.forLanguageTag("fi")))
                    .isNotBlank();
            assertThat(messages.getMessage("task." + task, null, Locale.forLanguageTag("sv")))
                    .isNotBlank();
        }
    }

    @Test
    void everyAnswerHasALabelForItsMessages() {
        for (TaskRule rule : rules.all()) {
            for (Answer answer : rule.answers()) {
                assertThat(messages.getMessage("field." + answer.name(), null, Locale.forLanguageTag("fi")))
                        .isNotBlank();
            }
        }
    }

    @Test
    void everyOwnPageOfATaskHasATemplate() throws IOException {
        Set<String> templates;
        try (Stream<Path> found = Files.walk(Path.of("forms"))) {
            templates = found.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.replace(".html", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(rules.all().stream().map(TaskRule::page).filter(page -> page != null))
                .allSatisfy(page -> assertThat(templates).contains(page));
    }

    @Test
    void everyBeanThatAModelNamesExists() throws IOException {
        Pattern named = Pattern.compile("[$#]\\{([a-zA-Z]+)(?:\\.[a-zA-Z]+\\(|})");
        Set<String> beans = new TreeSet<>();
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            for (Path model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                String xml = Files.readString(model);
                Matcher delegate = Pattern.compile("delegateExpression=\"\\$\\{([a-zA-Z]+)}\"")
                        .matcher(xml);
                while (delegate.find()) {
                    beans.add(delegate.group(1));
                }
                Matcher call = named.matcher(xml);
                while (call.find()) {
                    if (call.group().endsWith("(")) {
                        beans.add(call.group(1));
                    }
                }
            }
        }
        assertThat(beans)
                .isNotEmpty()
                .allSatisfy(
                        bean -> assertThat(context.containsBean(bean)).as(bean).isTrue());
    }

    @Test
    void theEngineKeepsOurHistoryLevelAndChecksAuthorizations() {
        assertThat(engine.getProcessEngineConfiguration().getHistory()).isEqualTo("hytekello");
        assertThat(engine.getProcessEngineConfiguration().isAuthorizationEnabled())
                .isTrue();
        assertThat(engine.getProcessEngineConfiguration().isTenantCheckEnabled())
                .isTrue();
    }

    @Test
    void dueJobsAreFoundByAnIndex() {
        assertThat(jdbc.sql("select indexdef from pg_indexes where tablename = 'act_ru_job'")
                        .query(String.class)
                        .list())
                .anySatisfy(index -> assertThat(index).endsWith("(duedate_)"));
    }

    private Set<String> userTasks() {
        Set<String> tasks = new TreeSet<>();
        for (ProcessDefinition definition :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            repository
                    .getBpmnModelInstance(definition.getId())
                    .getModelElementsByType(UserTask.class)
                    .forEach(task -> tasks.add(definition.getKey() + "." + task.getId()));
        }
        return tasks;
    }
}
