package fi.hytekello.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;

/** The process models as they lie in the repository, for tests that need no engine. */
final class Models {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** A model and the file it was read from. */
    record Model(Path file, BpmnModelInstance instance) {

        Process process() {
            return instance.getModelElementsByType(Process.class).iterator().next();
        }

        <T extends BaseElement> Stream<T> all(Class<T> type) {
            return instance.getModelElementsByType(type).stream();
        }

        String fileName() {
            return file.getFileName().toString();
        }

        /** How a broken rule names its place. */
        String at(BaseElement element) {
            return fileName() + " " + element.getId();
        }

        @Override
        public String toString() {
            return fileName();
        }
    }

    private Models() {}

    static List<Model> all() {
        return files("processes", ".bpmn").stream()
                .map(file -> new Model(file, Bpmn.readModelFromFile(file.toFile())))
                .toList();
    }

    static <T extends BaseElement> Stream<Place<T>> places(Class<T> type) {
        return all().stream().flatMap(model -> model.all(type).map(element -> new Place<>(model, element)));
    }

    /** An element together with its model. */
    record Place<T extends BaseElement>(Model model, T element) {

        @Override
        public String toString() {
            return model.at(element);
        }
    }

    static List<Path> files(String directory, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
