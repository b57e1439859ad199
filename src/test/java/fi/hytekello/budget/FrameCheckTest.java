package fi.hytekello.budget;

import static fi.hytekello.budget.Samples.EDUCATION;
import static fi.hytekello.budget.Samples.LIBRARY;
import static fi.hytekello.budget.Samples.ROUTES;
import static fi.hytekello.budget.Samples.TECHNICAL;
import static fi.hytekello.budget.Samples.YOUTH;
import static fi.hytekello.budget.Samples.euro;
import static fi.hytekello.budget.Samples.link;
import static fi.hytekello.budget.Samples.noCost;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameCheckTest {

    private final FrameCheck check = new FrameCheck(List.of(YOUTH, LIBRARY, ROUTES), Map.of(EDUCATION, euro("1200")));

    @Test
    void sumsThatEqualTheirLimitsFit() {
        assertThat(check.overruns(List.of(link(1, YOUTH, "700"), link(2, LIBRARY, "500"))))
                .isEmpty();
    }

    @Test
    void oneCentAboveTheFrameIsAConflictOfTheDepartment() {
        assertThat(check.overruns(List.of(link(1, YOUTH, "700.01"), link(2, LIBRARY, "500"))))
                .containsExactly(new Overrun(EDUCATION, null, euro("1200.01"), euro("1200")))
                .allSatisfy(overrun -> assertThat(overrun.exceededBy()).isEqualTo("0.01"));
    }

    @Test
    void theLinksOfALineAreHeldAgainstItsAppropriation() {
        assertThat(check.overruns(List.of(link(1, LIBRARY, "300"), link(2, LIBRARY, "300"))))
                .containsExactly(new Overrun(EDUCATION, LIBRARY, euro("600"), euro("500")));
    }

    @Test
    void aDepartmentWithoutAFrameIsBoundByItsLinesOnly() {
        assertThat(check.overruns(List.of(link(1, ROUTES, "9000")))).isEmpty();
        assertThat(check.overruns(List.of(link(1, ROUTES, "9000.01"))))
                .extracting(Overrun::department)
                .containsExactly(TECHNICAL);
    }

    @Test
    void frameAndLineOfOneDepartmentAreToldSeparatelyTheFrameFirst() {
        assertThat(check.overruns(List.of(link(1, YOUTH, "1300"))))
                .containsExactly(
                        new Overrun(EDUCATION, null, euro("1300"), euro("1200")),
                        new Overrun(EDUCATION, YOUTH, euro("1300"), euro("1000")));
    }

    @Test
    void measuresWithoutCostTakeNothing() {
        assertThat(check.overruns(List.of(noCost(1), noCost(2)))).isEmpty();
    }

    @Test
    void anOverrunConcernsTheMeasuresThatArePartOfIt() {
        Overrun ofLine = new Overrun(EDUCATION, LIBRARY, euro("600"), euro("500"));
        Overrun ofFrame = new Overrun(EDUCATION, null, euro("1300"), euro("1200"));
        assertThat(ofLine.concerns(link(1, LIBRARY, "600"))).isTrue();
        assertThat(ofLine.concerns(link(2, YOUTH, "700"))).isFalse();
        assertThat(ofFrame.concerns(link(2, YOUTH, "700"))).isTrue();
        assertThat(ofFrame.concerns(noCost(3))).isFalse();
    }
}
