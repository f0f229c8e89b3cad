package cip.plugins.clv;

import cip.spi.Figure;

/** What predicted amounts are measured by, in the order of the card. */
enum SpendFigure {
    R2("r2", Figure.r2()),
    RMSE("rmse", Figure.rmse()),
    TOTAL_RATIO("totalRatio", Figure.totalRatio()),
    MAE("mae", Figure.mae()),
    SPEARMAN("spearman", Figure.spearman()),
    TOP_TENTH_LIFT("topTenthLift", new TopTenthLift());

    private final String label;
    private final Figure figure;

    SpendFigure(String label, Figure figure) {
        this.label = label;
        this.figure = figure;
    }

    String label() {
        return label;
    }

    Figure figure() {
        return figure;
    }
}
