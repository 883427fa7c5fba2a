import { parseZone } from '../address';

/**
 * What the grid calls a name: as Excel does, or otherwise where that is taken (a sheet may have a name that the workbook
 * has, too) or holds signs that the grid does not read in a formula.
 */
export function gridNameOf(name: string, isTaken: (name: string) => boolean): string {
  const readable = name.replace(/[^\p{L}\p{N}_.]/gu, '_');
  const isFine = (wanted: string): boolean => parseZone(wanted) === undefined && !isTaken(wanted);
  if (isFine(readable)) return readable;
  for (let number = 2; ; number += 1) {
    const wanted = `${readable}_${number}`;
    if (isFine(wanted)) return wanted;
  }
}
