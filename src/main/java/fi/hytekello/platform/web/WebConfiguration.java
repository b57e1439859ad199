package fi.hytekello.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.hytekello.municipality.Languages;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final List<HandlerMethodArgumentResolver> ours;

    WebConfiguration(List<HandlerMethodArgumentResolver> ours) {
        this.ours = ours;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(ours);
    }

    /** Finnish or Swedish by the browser, Finnish for every other language; but see {@link PageLanguage}. */
    @Bean
    static LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new PageLanguage();
        resolver.setSupportedLocales(List.of(Languages.FINNISH, Languages.SWEDISH));
        resolver.setDefaultLocale(Languages.FINNISH);
        return resolver;
    }

    @Bean
    static FilterRegistrationBean<EngineAnswerFilter> engineAnswers(ProblemTexts texts, ObjectMapper json) {
        FilterRegistrationBean<EngineAnswerFilter> filter =
                new FilterRegistrationBean<>(new EngineAnswerFilter(texts, json));
        filter.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return filter;
    }

    @Bean
    static FilterRegistrationBean<FormLanguageFilter> formLanguage(MessageSource messages, ObjectMapper json) {
        FilterRegistrationBean<FormLanguageFilter> filter =
                new FilterRegistrationBean<>(new FormLanguageFilter(messages, json));
        filter.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 101);
        return filter;
    }
}
