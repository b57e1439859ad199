package fi.hytekello.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;

/**
 * Deploys models and forms under the same names from an IDE, Maven and the jar ({@code processes/…},
 * {@code forms/…}): forms are bound by these names, and a changed name would deploy everything anew.
 */
@Configuration(proxyBeanMethods = false)
class StableResourceNames {

    @Bean
    DefaultDeploymentConfiguration camundaDeploymentConfiguration() {
        return new DefaultDeploymentConfiguration() {
            @Override
            public Set<Resource> getDeploymentResources() {
                Set<Resource> named = new TreeSet<>(Comparator.comparing(Resource::getDescription));
                super.getDeploymentResources().forEach(found -> named.add(new Named(found)));
                return named;
            }
        };
    }

    private static final class Named extends AbstractResource implements ContextResource {

        private final Resource resource;
        private final String name;

        Named(Resource resource) {
            this.resource = resource;
            this.name = stableName(resource);
        }

        private static String stableName(Resource resource) {
            try {
                String url = resource.getURL().toString().replace('!', '/');
                return url.substring(Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/")) + 1);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String getPathWithinContext() {
            return name;
        }

        @Override
        public String getDescription() {
            return name;
        }

        @Override
        public @Nullable String getFilename() {
            return resource.getFilename();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return resource.getInputStream();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Named that && that.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
