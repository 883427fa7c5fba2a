import type { Position } from '../../book/book';
import type { Range } from './range';

/** What `find` looks for. */
export interface SearchCriteria {
  readonly completeMatch?: boolean;
  readonly matchCase?: boolean;
  readonly searchDirection?: 'Forward' | 'Backwards';
}

/** The first cell that shows the text, row by row; `*` and `?` stand for any characters, as in Excel. */
export function findIn(range: Range, text: string, criteria: SearchCriteria = {}): Range | null {
  const { $host, $sheetId: sheetId, $bounded: zone } = range;
  $host.book.evaluate();
  const pattern = patternOf(text, criteria);
  const matches = (position: Position) => {
    const formula = String($host.cells.formula(position));
    return pattern.test(formula) || pattern.test($host.cells.text(position));
  };
  const found: Position[] = [];
  for (let row = zone.top; row <= zone.bottom; row += 1) {
    for (let col = zone.left; col <= zone.right; col += 1) {
      const position = { sheetId, row, col };
      if (!matches(position)) continue;
      found.push(position);
      if (criteria.searchDirection !== 'Backwards') return range.GetCell(row - zone.top, col - zone.left);
    }
  }
  const last = found.at(-1);
  return last === undefined ? null : range.GetCell(last.row - zone.top, last.col - zone.left);
}

function patternOf(text: string, { completeMatch, matchCase }: SearchCriteria): RegExp {
  const body = text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/~([*?~])|([*?])/g, (_, escaped: string | undefined, wild: string | undefined) =>
      escaped !== undefined ? `\\${escaped}` : wild === '*' ? '.*' : '.',
    );
  return new RegExp(completeMatch === true ? `^${body}$` : body, matchCase === true ? 's' : 'is');
}
