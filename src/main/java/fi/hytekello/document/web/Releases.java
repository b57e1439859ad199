package fi.hytekello.document.web;

import fi.hytekello.document.DocumentKind;
import fi.hytekello.document.PublishedDocument;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Published files put together for a list. */
final class Releases {

    /** One version of one document of one year with all its files, Finnish before Swedish. */
    record Release(int year, DocumentKind kind, int version, Instant publishedAt, List<PublishedDocument> files) {

        /** Each language's title. */
        public List<PublishedDocument> titles() {
            return files.stream()
                    .filter(file -> file.format() == fi.hytekello.document.Format.HTML)
                    .toList();
        }
    }

    private record Key(int year, DocumentKind kind, int version) {}

    private Releases() {}

    /** In the order of their first files. */
    static List<Release> of(List<PublishedDocument> files) {
        Map<Key, List<PublishedDocument>> grouped = new LinkedHashMap<>();
        for (PublishedDocument file : files) {
            grouped.computeIfAbsent(
                            new Key(file.year(), file.kind(), file.version()), key -> new java.util.ArrayList<>())
                    .add(file);
        }
        return grouped.entrySet().stream()
                .map(entry -> new Release(
                        entry.getKey().year(),
                        entry.getKey().kind(),
                        entry.getKey().version(),
                        entry.getValue().get(0).publishedAt(),
                        List.copyOf(entry.getValue())))
                .toList();
    }
}
