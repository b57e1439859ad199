package fi.hytekello.platform.chart;

/** What can be drawn. */
public sealed interface Chart permits LineChart, BarChart {

    /** How much room a picture has: two small ones stand side by side on a sheet or fill a telephone's screen. */
    enum Size {
        SMALL(320, 11),
        WIDE(640, 13);

        private final int width;
        private final int letters;

        Size(int width, int letters) {
            this.width = width;
            this.letters = letters;
        }

        int width() {
            return width;
        }

        /** Size of the letters, in pixels like the width. */
        int letters() {
            return letters;
        }
    }

    String title();

    /** The same in words, for those who do not see it. */
    String description();

    /** @param id unique in its page or document */
    Picture draw(Size size, String id);
}
