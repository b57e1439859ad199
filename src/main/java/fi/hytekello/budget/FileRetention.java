package fi.hytekello.budget;

import fi.hytekello.audit.RetentionRule;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A file of finance's that nobody has confirmed for a week is forgotten. */
@Configuration(proxyBeanMethods = false)
class FileRetention {

    @Bean
    static RetentionRule budgetUploadRetention() {
        return new RetentionRule(
                "budgetUpload",
                Period.ofDays(7),
                "delete from hyte.budget_upload where uploaded_at < :until returning cycle_id");
    }
}
