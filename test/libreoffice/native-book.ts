import { Contract } from '../../src/contract/contract';
import { parseTerms } from '../../src/terms/table/parse';
import { newLayout } from '../../src/workbook/model-sheets/plan/layout';
import type { ModelSheetKey } from '../../src/workbook/model-sheets/plan/outcome';
import { Places, type SheetPlace } from '../../src/workbook/model-sheets/plan/places';
import type { SheetPlan } from '../../src/workbook/model-sheets/plan/plan';
import { plansFor } from '../../src/workbook/model-sheets/plan/plans';
import { type RenderedCell, render } from '../../src/workbook/model-sheets/plan/render';
import { LIVE_FORMULA, placeOfTerms } from '../../src/workbook/model-sheets/sheets/write-terms-sheet';
import {
  type BookCell,
  type BookSheet,
  letterOf,
  partsOf,
} from '../../packages/workbench/test/workbook-parts';

const HEADER_ROW = 5;

export type TermsBlock = readonly (readonly (string | number)[])[];

export const contractOf = (block: TermsBlock): Contract => {
  const { table, problems } = parseTerms(block);
  if (!table) throw new Error(problems.map(({ sentence }) => sentence).join('\n'));
  return Contract.of(table);
};

/** The workbook of a table of terms in native form, and where everything stands in it. */
export class NativeBook {
  readonly contract: Contract;
  readonly plans: readonly SheetPlan[];
  readonly places: Places;
  readonly #block: TermsBlock;

  constructor(block: TermsBlock) {
    this.#block = withLive(block);
    this.contract = contractOf(this.#block);
    this.plans = plansFor(this.contract, 'native');
    const places = new Map<ModelSheetKey, SheetPlace>(
      this.plans.map((plan) => [plan.key, newLayout(plan).place]),
    );
    places.set('Terms', placeOfTerms('Terms'));
    this.places = new Places(places);
  }

  get header(): readonly string[] {
    return (this.#block[0] ?? []).map(String);
  }

  /** The cell of the scenario in force. */
  static readonly scenario = 'B2';

  /** Where the value of a term stands. */
  cellOf(section: string, item: string, term: string, column: string): string {
    const row = this.#block.findIndex(([s, i, t]) => s === section && String(i) === item && t === term);
    if (row < 0) throw new Error(`The table has no ${section} | ${item} | ${term}.`);
    return `${letterOf(this.header.indexOf(column))}${HEADER_ROW + row}`;
  }

  rendered(key: ModelSheetKey): RenderedCell[] {
    const plan = this.plans.find((each) => each.key === key);
    return plan ? render(plan, this.places) : [];
  }

  parts(): Record<string, string> {
    const sheets: BookSheet[] = [this.#terms(), ...this.plans.map((plan) => this.#sheet(plan))];
    return partsOf({ sheets, names: this.names });
  }

  #sheet(plan: SheetPlan): BookSheet {
    const cells = render(plan, this.places).flatMap(({ row, column, content }) =>
      content === undefined ? [] : [{ row, column, content }],
    );
    return { name: plan.name, cells };
  }

  #terms(): BookSheet {
    const { header } = this;
    const last = HEADER_ROW + this.#block.length - 1;
    const cells: BookCell[] = this.#block.flatMap((row, index) =>
      row.flatMap((content, column) =>
        content === '' ? [] : [{ row: HEADER_ROW + index, column, content }],
      ),
    );
    const lookUp = 'MATCH(IF(Scenario="","Base",Scenario&""),TermsTable[[#Headers],[Base]:[Low]],0)';
    cells.push({ row: 2, column: 1, content: 'Base' }, { row: 2, column: 4, content: `=${lookUp}` });
    const ref = `A${HEADER_ROW}:${letterOf(header.length - 1)}${last}`;
    return { name: 'Terms', cells, table: { name: 'TermsTable', ref, columns: header } };
  }

  /** The defined names, and where each points. */
  get names(): Record<string, string> {
    const cell = (key: ModelSheetKey, id: string): string => this.places.cell(key, id, 'E');
    return {
      Scenario: 'Terms!$B$2',
      sc_Column: 'Terms!$E$2',
      mdl_Start: cell('Cover', 'model.start'),
      mdl_Months: cell('Cover', 'model.months'),
      mdl_AsOf: cell('Cover', 'model.as of'),
      mdl_Currency: cell('Cover', 'model.currency'),
      mdl_Million: cell('Cover', 'model.million'),
      chk_Master: cell('Checks', 'master.pass'),
    };
  }
}

/** As files hold references to the row of the table itself. */
const STORED_LIVE = LIVE_FORMULA.replaceAll(
  /(TermsTable)?\[@\[(\w+)\]:\[(\w+)\]\]/g,
  'TermsTable[[#This Row],[$2]:[$3]]',
).replaceAll(/(?<![\w\]])\[@(\w+)\]/g, 'TermsTable[[#This Row],[$1]]');

/** The table with the column Live, and Low after the scenarios, as every table in a workbook has them. */
function withLive(block: TermsBlock): TermsBlock {
  const header = (block[0] ?? []).map(String);
  const live = header.indexOf('Live');
  const base = header.indexOf('Base');
  const withColumn =
    live >= 0
      ? block
      : block.map((row, index) => [...row.slice(0, base), index === 0 ? 'Live' : '', ...row.slice(base)]);
  const titles = (withColumn[0] ?? []).map(String);
  const complete = titles.includes('Low')
    ? withColumn
    : withColumn.map((row, index) => [...row, index === 0 ? 'Low' : '', index === 0 ? 'Status' : '']);
  const at = (complete[0] ?? []).indexOf('Live');
  return complete.map((row, index) =>
    index === 0 ? row : row.map((cell, column) => (column === at ? STORED_LIVE : cell)),
  );
}
