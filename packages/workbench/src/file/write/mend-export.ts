/*
 * Attributes that the grid's export writes and Excel's schema does not allow.
 */

const OPAQUE = 'FF';

/** Colours take their opacity along, and a validation without a style of error has no such attribute. */
export const mendAttributes = (part: string): string =>
  part.replace(/\brgb="([\dA-Fa-f]{6})"/g, `rgb="${OPAQUE}$1"`).replace(/ errorStyle=""/g, '');
