package fi.hytekello.plan.web;

import fi.hytekello.municipality.Languages;
import fi.hytekello.plan.FollowedMeasure;
import fi.hytekello.plan.Responsible;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The posts that answer for a plan's measures, to choose from. */
final class PlanOwners {

    private PlanOwners() {}

    /** Titles in Finnish of owner and deputy. */
    static Stream<String> of(FollowedMeasure one) {
        return responsible(one).map(Responsible::titleFi);
    }

    /** Titles in Finnish by the reader's title, in its order. */
    static Map<String, String> choices(List<FollowedMeasure> plan, Locale locale) {
        Map<String, String> choices = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        plan.stream()
                .flatMap(PlanOwners::responsible)
                .forEach(post ->
                        choices.put(Languages.isSwedish(locale) ? post.titleSv() : post.titleFi(), post.titleFi()));
        return choices;
    }

    private static Stream<Responsible> responsible(FollowedMeasure one) {
        return Stream.of(
                        java.util.Optional.ofNullable(one.measure().owner()),
                        java.util.Optional.ofNullable(one.measure().deputy()))
                .flatMap(java.util.Optional::stream);
    }
}
