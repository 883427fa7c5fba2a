/** Points (Excel) and pixels (the grid) at 96 dpi. */
export const PIXELS_PER_POINT = 96 / 72;
