export const FIGURE_NAMES: Record<string, string> = {
  auc: 'AUC',
  brier: 'Brier score',
  ece: 'Calibration error',
  bias: 'Total off by',
  rmse: 'RMSE',
  spearman: 'Rank correlation',
};

const HINTS: Record<string, string> = {
  auc: '0.5 = by chance, 1 = always in order',
  brier: 'the lower the better',
  ece: '0 = as promised',
  bias: 'promised in sum, against what came',
  rmse: 'the lower the better',
  spearman: '1 = in the right order',
};

export const figureHint = (name: string): string => HINTS[name] ?? '';
