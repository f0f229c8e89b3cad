/** Height in pixels of the scatter. */
export const PLOT_HEIGHT = 352;

/** The donut stands beside the scatter and its range fields, and takes the height of both. */
export const SEGMENTS_HEIGHT = PLOT_HEIGHT + 66;
