package fi.hytekello;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The demo behind a real web server, for tests that a browser plays; timers are fired and mails dispatched by hand. One
 * context serves all tests that carry this annotation alone: each test plays in a municipality of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OwnEngine.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "hytekello.data=target/test-data/${random.uuid}",
            "hytekello.data-kept=false",
            "hytekello.binaries=target/postgresql",
            "hytekello.demo=true",
            "hytekello.year-under-way=false",
            "hytekello.demo.password=" + BrowserTest.PASSWORD,
            "hytekello.mail.dispatch=false",
            "camunda.bpm.job-execution.enabled=false"
        })
public @interface BrowserTest {

    /** Of all people in the demo. */
    String PASSWORD = "only-for-this-test";
}
