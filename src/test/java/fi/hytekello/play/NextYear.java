package fi.hytekello.play;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;

/** The budget year: finance brings back what the lines have really cost, and every measure can be followed. */
final class NextYear {

    private static final LocalDate AS_OF = LocalDate.of(2028, 3, 31);

    private final TownHall hall;

    NextYear(TownHall hall) {
        this.hall = hall;
    }

    /** Into the product's own template, one sum for each line. */
    void financeBringsInTheRealisation() {
        PersonsWindow finance = hall.at("talousjohtaja").open(hall.cyclePath() + "/budget");
        byte[] filled = Workbooks.edit(finance.download("Mallipohja (.xlsx)"), sheet -> {
            for (int line = 1; line <= sheet.getLastRowNum(); line++) {
                Row row = sheet.getRow(line);
                row.getCell(3).setCellValue(1000.25 * line);
                row.getCell(4).setCellValue(AS_OF);
            }
        });
        finance.attach(finance.page().locator("#file-realisation"), "toteutuma.xlsx", filled)
                .press("Tarkista toteutuma", "Tarkista toteutuman muutokset")
                .press("Tallenna nämä muutokset", "Toteutuma on tallennettu.");
    }

    /** What the trace tells of each measure, by its title. */
    Map<String, Map<String, String>> trace() {
        return TraceReading.of(hall.at("koordinaattori").open(hall.cyclePath() + "/trace"));
    }

    /** The pages on which plan, budget and proposals are read all year long. */
    void coordinatorLooksAround() {
        PersonsWindow coordinator = hall.at("koordinaattori").open(hall.cyclePath());
        List.of("plan", "budget", "measures", "impact-assessments", "decisions", "documents", "goals")
                .forEach(page -> coordinator.open(hall.cyclePath() + "/" + page));
        coordinator.open("/measures/mine");
    }
}
