package fi.hytekello.document;

import fi.hytekello.Towns.Town;
import fi.hytekello.budget.BudgetAnnexes;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.indicator.ShippedIndicators;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.plan.WelfareReports;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Makes a year ready to be published: a report, 40 measures, indicators and a decided budget. */
@TestComponent
public class PublishedYear {

    private final CyclePlanning planning;
    private final WelfareReports reports;
    private final Goals goals;
    private final Decisions decisions;
    private final BudgetAnnexes annexes;
    private final ShippedIndicators shipped;
    private final JdbcClient jdbc;
    private final Clock clock;

    PublishedYear(
            CyclePlanning planning,
            WelfareReports reports,
            Goals goals,
            Decisions decisions,
            BudgetAnnexes annexes,
            ShippedIndicators shipped,
            JdbcClient jdbc,
            Clock clock) {
        this.planning = planning;
        this.reports = reports;
        this.goals = goals;
        this.decisions = decisions;
        this.annexes = annexes;
        this.shipped = shipped;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public Cycle make(Town town) {
        Cycle cycle = planning.start(town.code(), LocalDate.now(clock).getYear(), town.person(Role.COORDINATOR));
        reports.beginDraft(cycle.id());
        for (ReportSection section : ReportSection.values()) {
            String text = section.equals(ReportSection.CHANGES)
                    ? ""
                    : "Hyvää & kaunista <b>tekstiä</b>.\n\nToinen kappale. \ud83d\ude80";
            reports.write(cycle.id(), section, text, 0);
        }
        reports.submit(cycle.id());
        decide(cycle, town, Subject.WELFARE_REPORT, "§ 12");
        goals.add(cycle.id(), "Lapset voivat hyvin", "Barnen mår bra", null);
        goals.add(cycle.id(), "Vain suomeksi nimetty tavoite", null, null);
        goals.add(cycle.id(), null, "Mål utan åtgärder", null);
        describeGoal(cycle);
        measures(cycle, 40);
        impact(cycle);
        decide(cycle, town, Subject.BUDGET, "§ 99");
        annexes.produce(cycle.id());
        indicators(cycle);
        return cycle;
    }

    /** A broad report: its chapters are others than the annual report's. */
    @Transactional
    Cycle makeBroad(Town town) {
        Cycle cycle = planning.start(town.code(), LocalDate.now(clock).getYear(), town.person(Role.COORDINATOR));
        jdbc.sql("update hyte.cycle set kind = 'BROAD' where id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        reports.beginDraft(cycle.id());
        indicators(cycle);
        return cycle;
    }

    /** Adds a finished round: a council answered late, another gives no statement, an organisation has not answered. */
    @Transactional
    public void statements(Cycle cycle) {
        jdbc.sql("""
                        with p as (insert into hyte.statement_party (municipality_code, kind, name_fi, name_sv, email, language,
                                basic_tasks, valid_from)
                            values (:town, 'OLDER_PEOPLES_COUNCIL', 'Vanhusneuvosto & <ystävät>', 'Äldrerådet', 'salainen@v.example',
                                    'sv', 'tehtävät', date '2020-01-01'),
                                (:town, 'YOUTH_COUNCIL', 'Nuorisovaltuusto', 'Ungdomsfullmäktige', 'salainen@n.example', 'fi',
                                    'tehtävät', date '2020-01-01'),
                                (:town, 'NGO', 'Yhdistys', 'Föreningen', 'salainen@y.example', 'fi', '', date '2020-01-01')
                            returning *),
                        r as (insert into hyte.statement_round (cycle_id, version_number, state, due_on, due_at, requested_at,
                                closing_reason)
                            values (:cycle, 1, 'REPLIED', date '2027-04-30', timestamptz '2027-04-30 13:00Z',
                                timestamptz '2027-04-01 09:00Z', 'Muut eivät vastanneet') returning id),
                        q as (insert into hyte.statement_question (round_id, ordinal, kind, name, text)
                            select r.id, o, k, 'Kysymys ' || o, 'Mitä mieltä ' || o || '?'
                            from r, (values (1, null), (2, 'OLDER_PEOPLES_COUNCIL'), (3, 'NGO')) v (o, k)),
                        s as (insert into hyte.statement (round_id, party_id, state, via, text, received_on, answered_at, late,
                                reply, changed_draft, replied_version)
                            select r.id, p.id,
                                case p.kind when 'NGO' then 'WAITING' when 'YOUTH_COUNCIL' then 'NONE' else 'GIVEN' end,
                                case p.kind when 'OLDER_PEOPLES_COUNCIL' then 'LINK' end,
                                case p.kind when 'OLDER_PEOPLES_COUNCIL' then repeat('Långt utlåtande. ', 900) else '' end,
                                case p.kind when 'OLDER_PEOPLES_COUNCIL' then date '2027-05-02' end,
                                case p.kind when 'OLDER_PEOPLES_COUNCIL' then timestamptz '2027-05-02 09:00Z' end,
                                p.kind = 'OLDER_PEOPLES_COUNCIL',
                                case p.kind when 'OLDER_PEOPLES_COUNCIL' then 'Kiitos <b>lausunnosta</b>' else '' end,
                                p.kind = 'OLDER_PEOPLES_COUNCIL',
                                case p.kind when 'OLDER_PEOPLES_COUNCIL' then 0 end
                            from r, p returning *)
                        insert into hyte.statement_answer (statement_id, ordinal, text)
                        select id, 1, 'Vi är nöjda' from s where state = 'GIVEN'""")
                .param("town", cycle.municipality().value())
                .param("cycle", cycle.id().value())
                .update();
    }

    private void describeGoal(Cycle cycle) {
        jdbc.sql("""
                        with g as (update hyte.goal set life_cycle = 'CHILDREN_AND_YOUNG', category = 'PREVENTION',
                            root_cause = 'Yksinäisyys', indicator_id = 4, target = 12.5, target_year = 2030
                            where cycle_id = :cycle and priority = 1 returning *)
                        insert into hyte.binding_goal (goal_id, cycle_id) select id, cycle_id from g""").param("cycle", cycle.id().value()).update();
    }

    private void impact(Cycle cycle) {
        jdbc.sql("""
                        with m as (select id from hyte.measure where cycle_id = :cycle order by id limit 1),
                        c as (insert into hyte.impact_screening (measure_id, criteria, no_criterion, children, version, changed_by,
                                changed_at)
                            select id, array['RESIDENTS', 'SERVICES', 'STRATEGY'], false, true, 1, 'test', now() from m),
                        s as (insert into hyte.impact_summary (measure_id, conclusion, equality, version, changed_by, changed_at)
                            select id, 'Ehdotus on paras & halvin', 'Tasa-arvo paranee', 1, 'test', now() from m),
                        a as (insert into hyte.impact_alternative (measure_id, number, name, version)
                            select id, n, case n when 2 then 'Ostopalvelu' end, 1 from m, generate_series(0, 2) n returning *)
                        insert into hyte.impact_effect (measure_id, alternative, viewpoint, direction, short_term, long_term,
                            version, changed_by, changed_at)
                        select measure_id, number, 'RESIDENTS', 'POSITIVE', 'Arki helpottuu', repeat('Pitkä selitys. ', 130), 1,
                            'test', now() from a""").param("cycle", cycle.id().value()).update();
        jdbc.sql("""
                        insert into hyte.impact_effect (measure_id, alternative, viewpoint, direction, version, changed_by, changed_at)
                        select a.measure_id, a.number, v, 'NEUTRAL', 1, 'test', now()
                        from hyte.impact_alternative a join hyte.measure m on m.id = a.measure_id
                            cross join unnest(array['ENVIRONMENT', 'BUSINESS']) v
                        where m.cycle_id = :cycle and a.number = 0""").param("cycle", cycle.id().value()).update();
        jdbc.sql("""
                        insert into hyte.impact_screening (measure_id, criteria, no_criterion, children, version, changed_by,
                            changed_at)
                        select id, '{}', true, false, 1, 'test', now() from hyte.measure
                        where cycle_id = :cycle and title like 'Toimenpide _ %' and title not like 'Toimenpide 1 %'
                            and title not like 'Toimenpide 7 %'""").param("cycle", cycle.id().value()).update();
    }

    private void decide(Cycle cycle, Town town, Subject subject, String section) {
        decisions.record(new DecisionDraft(
                cycle.id(),
                subject,
                DecidedBy.COUNCIL,
                null,
                Outcome.APPROVED,
                null,
                LocalDate.now(clock),
                section,
                "KOE/1/2027",
                null,
                null,
                town.person(Role.SECRETARY).username()));
    }

    private void measures(Cycle cycle, int count) {
        jdbc.sql("""
                        insert into hyte.budget_line (cycle_id, department_code, account, cost_centre, name, appropriation)
                        values (:cycle, 'education', '4400', '210', 'Nuorisotyö & kerhot', 900000)""").param("cycle", cycle.id().value()).update();
        jdbc.sql("""
                        with m as (insert into hyte.measure (cycle_id, municipality_code, department_code, goal_id, title, owner,
                            deputy, euro, euro_year2, euro_year3, person_years, scopes, no_cost, starts_on, ends_on, population_group, status, granted_euro,
                            left_out_reason, changed_by, changed_at)
                        select :cycle, :town, case when n % 2 = 0 then 'education' else 'technical' end, g.id,
                            'Toimenpide ' || n || ' ääkkösin & ' || repeat('pitkäsana', n % 25), 'rehtori', 'apulaisrehtori',
                            case when n % 5 > 0 then n * 100.10 end, case when n % 5 > 0 then n * 10 end,
                            case when n % 5 > 0 then n * 10000 end, 0.5, array['WELLBEING_PLAN', 'CULTURE'], n % 5 = 0, date '2027-01-01', date '2027-12-31',
                            'CHILDREN', case when n = 7 then 'LEFT_OUT' else 'IN_BUDGET' end,
                            case when n = 7 then null when n % 5 = 0 then 0 else n * 100.10 end,
                            case when n = 7 then 'Rahat eivät riitä' end, 'test', now()
                        from generate_series(1, :count) n
                        join hyte.goal g on g.cycle_id = :cycle and g.priority = 1 + n % 2 returning *)
                        insert into hyte.budget_link (measure_id, cycle_id, line_id, no_cost, amount)
                        select m.id, m.cycle_id,
                            case when m.no_cost then null else (select min(id) from hyte.budget_line where cycle_id = :cycle) end,
                            m.no_cost, coalesce(m.euro, 0) from m where m.status = 'IN_BUDGET'""")
                .param("cycle", cycle.id().value())
                .param("town", cycle.municipality().value())
                .param("count", count)
                .update();
    }

    private void indicators(Cycle cycle) {
        shipped.load();
        jdbc.sql("insert into hyte.indicator_snapshot (cycle_id, frozen_at) values (:cycle, now())")
                .param("cycle", cycle.id().value())
                .update();
        jdbc.sql("""
                        with town as (insert into hyte.region (id, category, code, title_fi, title_sv, title_en)
                            values (900000 + :town::integer, 'KUNTA', :town, :town, :town, :town) on conflict do nothing)
                        insert into hyte.observation (indicator_id, region_id, year, gender, value, status)
                        select i, 900000 + :town::integer, y, 'total', i / 100.0 + (y % 3), 'OK'
                        from unnest(array[4, 127]) i, generate_series(2006, 2011) y
                        on conflict do nothing""").param("town", cycle.municipality().value()).update();
        jdbc.sql("""
                        insert into hyte.snapshot_value (cycle_id, indicator_id, department_code, year, value, status, light,
                            explanation, explained_by)
                        values (:cycle, 4, 'education', 2011, 99.5, 'OK', 'RED', 'Selitys & syy', 'test'),
                            (:cycle, 127, 'technical', 2011, 6783, 'OK', 'UNRATED', null, null),
                            (:cycle, 170, 'technical', null, null, 'MISSING', 'NO_DATA', 'Ei kerätty', 'test')""").param("cycle", cycle.id().value()).update();
    }
}
