import fc from 'fast-check';
import { TOKEN_CLASSES } from '../../../../src/terms/catalogue/definition';
import { type DraftCell, type DraftRow, dayIn, none, numberIn } from './cell-arbitrary';
import { type Rows, optional, perhapsOnlyInScenario, section, sometimes, together } from './rows-arbitrary';

const holdsWith = (dispositions: readonly string[]): Rows => {
  const own = section('Hold');
  const hold = (name: string, from: number, between: number, to: number): Rows =>
    together(
      own(name, 'From', { values: dayIn(from, between), ...(name === 'H1' ? {} : { instead: none }) }),
      own(name, 'To', { values: dayIn(between + 3, to) }),
      own(name, 'Disposition', { values: fc.constantFrom(...dispositions) }),
      own(name, 'Price factor', optional),
      own(name, 'Relief'),
      own(name, 'Credit rate', optional),
      own.rest(name),
    );
  return together(hold('H1', 0, 150, 300), sometimes(hold('H2', 303, 400, 700)));
};

const vendor = (name: string, instead?: fc.Arbitrary<DraftCell>): Rows => {
  const own = section('Vendor');
  return together(
    own(name, 'Start', { values: dayIn(-90, 200) }),
    own(name, 'Full', { values: dayIn(217, 500), ...optional, instead: none }),
    own(name, 'Share', { values: numberIn(0, 0.5, 0.01), ...(instead ? { instead } : {}) }),
    own(name, 'Price factor', optional),
    own(name, 'Commitment', optional),
    sometimes(together(...TOKEN_CLASSES.map((tokenClass) => own(name, `${tokenClass} price`)))),
    own.rest(name),
  );
};

const tool = (name: string, vendors: readonly string[]): Rows => {
  const own = section('Seat tool');
  return perhapsOnlyInScenario(
    together(
      own(name, 'Seats', { instead: none }),
      own(name, 'Price per seat-month', { values: numberIn(0, 200, 0.01) }),
      own(name, 'Start', { values: dayIn(-60, 200), ...optional }),
      own(name, 'End', { values: dayIn(217, 500), ...optional, instead: none }),
      own.rest(name),
    ),
  ).chain((rows) =>
    own(name, 'Vendor', { values: fc.constantFrom('', ...vendors), sameForAll: true }).map((row) => {
      // Who bills a tool is said where the table has it first.
      const isInBase = rows.some(({ term, cells }) => term === 'Seats' && cells[0] !== '');
      const [vendorOf = ''] = row.cells;
      return [...rows, isInBase ? row : { ...row, cells: ['', vendorOf, ''] }];
    }),
  );
};

/** None, one or two further vendors, what they bill for seats, and holds that may move volume to them. */
export const parties: fc.Arbitrary<{ rows: DraftRow[]; hasHolds: boolean }> = fc
  .constantFrom<string[][]>([], ['B'], ['B', 'C'])
  .chain((names) => {
    const dispositions = ['Substitute', 'Lost', ...(names.length > 0 ? ['Second vendor'] : [])];
    const only = names.length === 1;
    return fc
      .tuple(
        together(...names.map((name) => vendor(name, only || name === 'C' ? undefined : none))),
        sometimes(tool('Claude Code', names)),
        sometimes(tool('Codex', names)),
        sometimes(holdsWith(dispositions)),
      )
      .map(([vendors, first, second, held]) => ({
        rows: [...vendors, ...first, ...second, ...held],
        hasHolds: held.length > 0,
      }));
  });
