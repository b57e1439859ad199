package fi.hytekello.indicator;

import fi.hytekello.municipality.MunicipalityCode;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The targets that pictures show. */
@Repository
public class TrendTargets {

    /** By indicator id. */
    public Map<Integer, TrendTarget> of(MunicipalityCode municipality) {
        return Map.of();
    }

    public Optional<TrendTarget> of(MunicipalityCode municipality, int indicator) {
        return Optional.ofNullable(of(municipality).get(indicator));
    }
}
