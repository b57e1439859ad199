package fi.hytekello.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A document as one self-contained page: it stays as it is whatever becomes of the site around it. */
@Component
class HtmlRenderer {

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final String style = read("document.css") + widths();
    private final String screen = read("screen.css");
    private final String print = read("print.css");

    HtmlRenderer() {
        templates.setEnableSpringELCompiler(false);
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/document/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.addTemplateResolver(resolver);
    }

    String render(Document document) {
        return write(document, style + screen);
    }

    /** The same page with the style of paper. */
    String renderForPrint(Document document) {
        return write(document, style + print);
    }

    private String write(Document document, String css) {
        Context context = new Context(document.language());
        context.setVariable("document", document);
        context.setVariable("style", css);
        return templates.process("document", context);
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("document/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Column widths as classes: a page without styles of its elements needs no exception from the content policy. */
    private static String widths() {
        StringBuilder rules = new StringBuilder();
        for (int percent = 1; percent <= 100; percent++) {
            rules.append("col.w%d{width:%d%%}".formatted(percent, percent));
        }
        return rules.toString();
    }
}
