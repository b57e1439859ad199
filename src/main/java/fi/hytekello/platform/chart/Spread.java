package fi.hytekello.platform.chart;

/** Moves labels apart that would cover each other. */
final class Spread {

    private Spread() {}

    /**
     * @param wanted from the smallest
     * @return the same order, each at least {@code gap} from the next and as near to what was wanted as that allows
     */
    static double[] apart(double[] wanted, double gap, double low, double high) {
        double[] places = wanted.clone();
        for (int i = 1; i < places.length; i++) {
            places[i] = Math.max(places[i], places[i - 1] + gap);
        }
        double limit = high;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.max(low, Math.min(places[i], limit));
            limit = places[i] - gap;
        }
        return places;
    }
}
