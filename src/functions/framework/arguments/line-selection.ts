import type { Line } from '../../../calc/line';
import type { Model } from '../../../calc/model';
import { nearest, plain } from '../../../base/nearest';
import { required, type Argument } from './boundary';
import { cellOf, shown } from '../../../base/cell';
import { orList } from '../../../base/words';
import { label, refuseError } from './kinds';
import { Refusal } from '../../../base/refusal';

/** Ids offered in place of one that does not exist. */
const OFFERED = 3;
const ALL: readonly string[] = ['*'];

/** The id of one line. */
export const line: Argument<string | number, { readonly type: 'line' }> = {
  ...required(label, { unit: 'line id' }),
  rule: { type: 'line' },
};

/** Stands for a blank cell among ids: its row stays blank, so that figures keep beside the ids that a sheet lists. */
const NO_LINE = '';

/** Ids and patterns, in the order given: one text, several between commas, or a range of them. */
export const lines: Argument<readonly string[], { readonly type: 'line' }> = {
  unit: 'line ids',
  matrix: true,
  rule: { type: 'line' },
  defaultText: 'all lines',
  byDefault: ALL,
  read(raw, name) {
    const cells: readonly unknown[] = Array.isArray(raw) ? raw.flat() : [raw];
    const keepsRows = Array.isArray(raw) && raw.every((row) => Array.isArray(row) && row.length === 1);
    const patterns: string[] = [];
    for (const [index, value] of cells.entries()) {
      const cell = cellOf(value);
      const place = cells.length === 1 ? name : `${name}, cell ${index + 1}`;
      // Some versions of Excel deliver a blank cell of a range as 0.
      if (cell.holds === 'blank' || (cell.holds === 'number' && cell.value === 0)) {
        if (keepsRows) patterns.push(NO_LINE);
        continue;
      }
      if (cell.holds === 'error') return refuseError(cell.code, place);
      if (cell.holds !== 'text') {
        return new Refusal(`${place} is ${shown(cell)}: it must be the id of a line, such as reserved.fee.`);
      }
      patterns.push(...splitIds(cell.value));
    }
    while (patterns.at(-1) === NO_LINE) patterns.pop();
    return patterns.length > 0 ? patterns : ALL;
  },
};

/** At commas outside of brackets: the name of a product may hold one. */
function splitIds(text: string): string[] {
  return text
    .split(/,(?![^[\]]*\])/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * The lines that the patterns name, in their order, and in that of the model within a pattern; each once. Undefined
 * holds the place of a blank cell in a column of ids.
 */
export function selectLines(
  model: Model,
  patterns: readonly string[],
): readonly (Line | undefined)[] | Refusal {
  const selected: (Line | undefined)[] = [];
  const seen = new Set<Line>();
  const select = (line: Line): void => {
    if (!seen.has(line)) selected.push(line);
    seen.add(line);
  };
  for (const pattern of patterns) {
    if (pattern === NO_LINE) selected.push(undefined);
    else if (pattern.includes('*')) {
      const shape = shapeOf(pattern);
      const found = model.lines.filter(({ id }) => shape.test(plain(id)));
      if (found.length === 0) {
        return new Refusal(
          `lines: no line fits the pattern "${pattern}". ${meant(model, pattern, 'lines')}`,
          { about: 'lines' },
        );
      }
      found.forEach(select);
    } else {
      const found = findLine(model, pattern, 'lines');
      if (found instanceof Refusal) return found;
      select(found);
    }
  }
  return selected;
}

export function findLine(model: Model, id: string, name = 'line'): Line | Refusal {
  const found = model.line(id) ?? model.lines.find((candidate) => plain(candidate.id) === plain(id));
  if (found) return found;
  if (id.includes('*')) {
    return new Refusal(
      `${name} is the pattern "${id}": one line is needed. ${meant(model, id, name)} For several lines use SCHEDULE.`,
      { about: name },
    );
  }
  return new Refusal(`${name}: there is no line "${id}". ${meant(model, id, name)}`, { about: name });
}

/** A star stands for any run of letters; everything else for itself. */
function shapeOf(pattern: string): RegExp {
  const parts = plain(pattern)
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

function meant({ lines: all }: Model, id: string, name: string): string {
  const ids = all.map((candidate) => candidate.id);
  const family = plain(id).replace(/[.*\s]+$/, '');
  const isFamily = family !== '' && ids.some((candidate) => plain(candidate).startsWith(`${family}.`));
  const star = name === 'lines' && isFamily ? ` For all of them write ${family}.*.` : '';
  return `Did you mean ${orList(nearest(id.replaceAll('*', ''), ids, OFFERED))}?${star}`;
}
