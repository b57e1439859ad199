package fi.hytekello.platform.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages before and after a session. */
@Configuration(proxyBeanMethods = false)
class SignInPages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/login").setViewName("templates/login");
        pages.addViewController("/logout-page").setViewName("templates/logout");
    }
}
