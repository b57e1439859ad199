package fi.hytekello;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole product on its own PostgreSQL, without demo data; timers are fired and mails dispatched by hand. One
 * context serves all tests that carry this annotation alone: each test makes its own municipality.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Import(Towns.class)
@AutoConfigureMockMvc
@SpringBootTest(
        properties = {
            "hytekello.data=target/test-data/${random.uuid}",
            "hytekello.data-kept=false",
            "hytekello.binaries=target/postgresql",
            "hytekello.demo=false",
            "hytekello.mail.dispatch=false",
            "camunda.bpm.job-execution.enabled=false"
        })
public @interface WholeTest {}
