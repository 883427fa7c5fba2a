import { calculated, input, SheetWriter, text } from './draft';
import type { DraftCell } from './draft';

/** The two months stand side by side; each takes three columns: item, value, unit. */
export const PANELS = [
  { item: 'A', value: 'B', unit: 'C' },
  { item: 'E', value: 'F', unit: 'G' },
] as const;
export type PanelIndex = 0 | 1;
export const BOTH: readonly PanelIndex[] = [0, 1];

export interface Provenance {
  readonly status: 'Reported' | 'Illustrative' | 'Reference' | 'Computed';
  readonly source: string;
}

export const CASE: Provenance = { status: 'Illustrative', source: 'Meterbook reference table, base case' };
export const TABLE: Provenance = { status: 'Reference', source: 'Meterbook reference table, base case' };
export const CHECK: Provenance = {
  status: 'Reference',
  source: 'Half a cent; the table prints twelve decimals',
};
export const computed = (by: string): Provenance => ({ status: 'Computed', source: by });
export const LIST_PRICES: Provenance = {
  status: 'Illustrative',
  source: 'Public list prices; the contract prices are not published',
};
export const METER_START: Provenance = {
  status: 'Reported',
  source:
    'Tokens from 2027: type0.ai, "Amazon\'s Anthropic bet is now coming with a meter"; the day is Illustrative',
};

/** A line across both panels; the address of its value (or its item) in each. */
export interface Line {
  readonly row: number;
  value(panel: PanelIndex): string;
  item(panel: PanelIndex): string;
}

export class MonthSheet extends SheetWriter {
  line(
    item: string | ((panel: PanelIndex) => DraftCell),
    unit: string,
    cell: (panel: PanelIndex) => DraftCell,
    provenance?: Provenance,
  ): Line {
    const cells: Partial<Record<string, DraftCell>> = {};
    for (const index of BOTH) {
      const columns = PANELS[index];
      cells[columns.item] = typeof item === 'string' ? text(item) : item(index);
      cells[columns.value] = cell(index);
      cells[columns.unit] = text(unit, 'unit');
    }
    if (provenance) Object.assign(cells, provenanceCells(provenance));
    return lineAt(this.row(cells));
  }

  /** An input that both months share: typed once, on the left. */
  shared(item: string, unit: string, value: number, format: string, provenance: Provenance): Line {
    const row = this.rows.length + 1;
    return this.line(
      item,
      unit,
      (panel) => (panel === 0 ? input(value, format) : calculated(`=B${row}`, format)),
      provenance,
    );
  }

  section(heading: string): void {
    const fill = text('', 'section');
    this.row();
    this.row({
      ...Object.fromEntries(['A', 'B', 'C', 'E', 'F', 'G', 'I', 'J'].map((column) => [column, fill])),
      A: text(heading, 'section'),
      E: text(heading, 'section'),
    });
  }
}

function lineAt(row: number): Line {
  return {
    row,
    value: (panel) => `${PANELS[panel].value}${row}`,
    item: (panel) => `${PANELS[panel].item}${row}`,
  };
}

function provenanceCells({ status, source }: Provenance): Partial<Record<string, DraftCell>> {
  const styles = {
    Reported: 'reported',
    Illustrative: 'illustrative',
    Reference: 'note',
    Computed: 'note',
  } as const;
  return { I: text(status, styles[status]), J: text(source, 'note') };
}
