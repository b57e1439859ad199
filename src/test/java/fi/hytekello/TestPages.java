package fi.hytekello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Pages as signed-in people see them, and tasks on which they open, without a process behind. */
public record TestPages(MockMvc browser, Worklist worklist) {

    public static TestPages in(WebApplicationContext context) {
        return new TestPages(
                MockMvcBuilders.webAppContextSetup(context)
                        .apply(springSecurity())
                        .build(),
                context.getBean(Worklist.class));
    }

    /** The page, after a look at it: each field has one label, and every text exists in the language. */
    public Document shown(String page, Person person, String language) throws Exception {
        Document shown = Jsoup.parse(
                browser.perform(get(page).with(user(person.username().value())).header("Accept-Language", language))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(shown.text()).doesNotContain("??");
        for (Element field : shown.select("input:not([type=hidden]), select, textarea")) {
            assertThat(field.hasAttr("aria-label")
                            || shown.select("label[for='" + field.id() + "']").size() == 1)
                    .as(field.id())
                    .isTrue();
        }
        return shown;
    }

    /** What a row that saves itself behind the page is answered. */
    public String saved(MockHttpServletRequestBuilder row, Person person) throws Exception {
        return browser.perform(row.header("HX-Request", "true")
                        .with(csrf())
                        .with(user(person.username().value())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** The address of a page on a task of this person's first group. */
    public String open(
            Cycle cycle, String process, String task, String page, Person person, @Nullable DepartmentCode department) {
        String id = task + "-" + cycle.municipality();
        worklist.opened(new OpenTask(
                id,
                cycle.municipality(),
                cycle.id(),
                null,
                "none",
                process,
                task,
                List.of(person.holdings().get(0).group()),
                department,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH));
        return "/tasks/" + id + "/" + page;
    }
}
