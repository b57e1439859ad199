package fi.hytekello.indicator;

/** With what a municipality's value is compared, as a part of the statements that need it. */
final class ComparisonSql {

    /** A median of fewer values says nothing about the others. */
    static final int FEWEST = 3;

    private static final String WITHOUT_ITS_KIND = "regexp_replace(lower(trim($name)), ' +(hyvinvointialue|hva)$', '')";

    private ComparisonSql() {}

    /**
     * Whether a region of the source is the county: known by its name, as the source numbers counties in its own way and
     * writes {@code hyvinvointialue} out or as {@code HVA}.
     *
     * @param region aliases of the statement, never input
     */
    static String isCounty(String region, String county) {
        return region + ".category = 'HYVINVOINTIALUE' and "
                + WITHOUT_ITS_KIND.replace("$name", region + ".title_fi") + " = "
                + WITHOUT_ITS_KIND.replace("$name", county + ".name_fi");
    }

    /**
     * Joins {@code compared.value}: null where there is nothing to compare with. The municipality's row is {@code m};
     * the statement has the parameter {@code :fewest}.
     *
     * @param indicator expressions of the statement, never input
     */
    static String lateral(String indicator, String year, String reference) {
        return """
            left join lateral (
                select case
                    when $reference in ('COUNTY_VALUE', 'COUNTRY_VALUE') then min(near.value)
                    when count(*) >= :fewest then round((percentile_cont(0.5) within group (order by near.value))::numeric, 4)
                    end as value
                from hyte.observation near join hyte.region n on n.id = near.region_id
                where near.indicator_id = $indicator and near.gender = 'total' and near.year = $year and near.value is not null
                    and case $reference
                        when 'COUNTY_VALUE' then exists (select from hyte.county
                            where county.code = m.county_code and $isCounty)
                        when 'COUNTRY_VALUE' then n.category = 'MAA'
                        when 'COUNTRY_MEDIAN' then n.category = 'KUNTA'
                        when 'CHOSEN_MEDIAN' then n.id in (select c.region_id from hyte.comparison_municipality c
                            where c.municipality_code = m.code)
                        else n.category = 'KUNTA' and n.county_code = m.county_code end) compared on true
            """.replace("$isCounty", isCounty("n", "county"))
                .replace("$indicator", indicator)
                .replace("$year", year)
                .replace("$reference", reference);
    }
}
