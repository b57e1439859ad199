package fi.hytekello.indicator.source;

import fi.hytekello.audit.RetentionRule;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A table of own indicators that nobody has confirmed for a week is forgotten. It belongs to no year. */
@Configuration(proxyBeanMethods = false)
class IndicatorUploadRetention {

    @Bean
    static RetentionRule indicatorUploadRetentionRule() {
        return new RetentionRule(
                "indicatorUpload",
                Period.ofDays(7),
                "delete from hyte.indicator_upload where uploaded_at < :until returning null::bigint as cycle_id");
    }
}
