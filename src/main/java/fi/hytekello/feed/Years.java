package fi.hytekello.feed;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Milestone;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.YearClock.Step;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The years that a feed tells of, with how they stand.
 *
 * @param language of the feed
 */
record Years(Locale language, Map<MunicipalityCode, Municipality> places, Map<Cycle, List<Step>> steps) {

    List<CycleId> ids() {
        return steps.keySet().stream().map(Cycle::id).toList();
    }

    /** Empty for a year that is too long ago to be told of. */
    Optional<Cycle> find(CycleId id) {
        return steps.keySet().stream().filter(cycle -> cycle.id().equals(id)).findFirst();
    }

    Optional<Milestone> milestone(CycleId id, MilestoneKind kind) {
        return find(id).flatMap(cycle -> Objects.requireNonNull(steps.get(cycle)).stream()
                .map(Step::milestone)
                .filter(milestone -> milestone.kind() == kind)
                .findFirst());
    }

    String place(MunicipalityCode municipality) {
        return municipality(municipality).name(language);
    }

    /** Whether the municipality calls itself a city. */
    boolean isCity(MunicipalityCode municipality) {
        return municipality(municipality).city();
    }

    Municipality municipality(MunicipalityCode code) {
        return Objects.requireNonNull(places.get(code));
    }

    /** Such as {@code Juva 2027}. */
    String name(Cycle cycle) {
        return place(cycle.municipality()) + " " + cycle.year();
    }
}
