package fi.hytekello.plan;

import fi.hytekello.audit.RetentionRule;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A table of proposals that nobody has confirmed for a week is forgotten: it may name people. */
@Configuration(proxyBeanMethods = false)
class UploadRetention {

    @Bean
    static RetentionRule proposalUploadRetention() {
        return new RetentionRule(
                "proposalUpload",
                Period.ofDays(7),
                "delete from hyte.proposal_upload where uploaded_at < :until returning cycle_id");
    }
}
