import type { Contract } from '../../../contract/contract';
import type { ContractLine } from '../../../contract/lines/contract-line';
import { NAMESPACE } from '../../formulas/function-names';
import { CHARTS_HEAD, CHART_ROWS } from '../write/charts';
import { addEngineTotals, engineId } from './engine-totals';
import { CELL_NAMES } from '../plan/names';
import { FORMATS, formatOf } from '../plan/number-formats';
import type { Places } from '../plan/places';
import { type PlanRow, PlanWriter, type SheetPlan } from '../plan/plan';
import type { SheetForm } from '../plan/sheet-form';
import { SERIES_WIDTHS, cell, sectionRow, titleRows, unitCell } from './series-sheet';
import { sheetOf } from './schedule-blocks';
import { type AnnualRow, COMPARED_LINES, annualRows, headlinesOf } from './summary-lines';
import { deltaVerdicts, rowVerdicts, sideOf, stateVerdicts } from './verdicts';

const KEY = 'Summary';
const HALF_A_CENT = 0.005;

export interface SummaryExtent {
  readonly months: number;
  /** Calendar years that the longest scenario touches. */
  readonly years: number;
  /** Contract years, with the one before the cutover. */
  readonly contractYears: number;
}

/** The contract by year, its headline, and the scenarios side by side. */
export function planSummary(contract: Contract, extent: SummaryExtent, form: SheetForm): SheetPlan {
  const write = new PlanWriter();
  const { scenarios } = contract.table;
  titleRows(
    write,
    KEY,
    'Summary',
    'The scenario in force by year, and all scenarios side by side. Everything ties to the Schedule.',
  );
  write.gap();
  addHeadline(write, contract);
  write.gap();
  sectionRow(write, CHARTS_HEAD, 'Charts');
  for (let row = 0; row <= CHART_ROWS; row += 1) write.gap();
  addYears(write, contract, 'year', 'By calendar year', extent.years);
  write.gap();
  addYears(
    write,
    contract,
    'contract year',
    'By contract year; year 0 is before the cutover',
    extent.contractYears,
  );
  write.gap();
  addScenarios(write, contract, scenarios.length, form);
  const deltas = headlinesOf(contract)
    .filter(({ isDifference }) => isDifference)
    .flatMap(({ id }) => deltaVerdicts(KEY, id));
  return {
    key: KEY,
    name: 'Summary',
    tabColor: '#00B050',
    widths: { ...SERIES_WIDTHS, C: 246, D: 76, E: 86, F: 114, G: 90, I: 8 },
    seriesWidth: 90,
    series: Math.max(extent.years, extent.contractYears, scenarios.length),
    chartColumns: extent.years,
    rows: write.rows,
    conditional: [...stateVerdicts(KEY), ...rowVerdicts(KEY, 'head.year'), ...deltas],
    frozenRows: 2,
    frozenColumns: 0,
    printTitleRows: 2,
  };
}

function addHeadline(write: PlanWriter, contract: Contract): void {
  sectionRow(write, 'block.headline', 'Headline');
  for (const headline of headlinesOf(contract)) {
    const { id, label, unit, format, formula, isDifference } = headline;
    write.add({
      id,
      cells: {
        C: cell(label, 'strong'),
        D: cell(id, 'id'),
        E: cell((places) => `=${formula(places)}`, 'link', format),
        F: unitCell(unit),
        ...(isDifference ? { G: cell((_places, row) => sideOf(`$E${row}`), 'note') } : {}),
      },
    });
  }
}

type Axis = 'year' | 'contract year';

function addYears(write: PlanWriter, contract: Contract, axis: Axis, title: string, columns: number): void {
  const idOf = (line: string): string => `${axis}.${line}`;
  sectionRow(write, `block.${axis}`, title);
  write.add(headRow(axis, columns));
  for (const annual of annualRows(contract)) write.add(annualRow(axis, columns, annual, idOf));
}

function headRow(axis: Axis, columns: number): PlanRow {
  const id = `head.${axis}`;
  const first = axis === 'year' ? (places: Places) => `=${firstMonth(places, `axis.year`)}` : () => '=0';
  return {
    id,
    cells: {
      C: cell(axis === 'year' ? 'Calendar year' : 'Contract year', 'tableHead'),
      D: cell(id, 'id'),
      F: cell('Unit', 'tableHead'),
      G: cell('Total', 'tableHeadOfNumbers'),
      H: cell('Check', 'tableHeadOfNumbers'),
    },
    series: {
      columns,
      style: 'tableHeadOfNumbers',
      format: FORMATS.whole,
      content: (places, row, column, before) => (column === 'J' ? first(places) : `=${before}${row}+1`),
    },
  };
}

const firstMonth = (places: Places, id: string): string => places.cell('Schedule', id, 'J');

function annualRow(axis: Axis, columns: number, annual: AnnualRow, idOf: (line: string) => string): PlanRow {
  const id = idOf(annual.id);
  const { format, label, isOutput, line } = annual;
  const total = totalOf(annual, idOf);
  return {
    id,
    cells: {
      C: cell(label, isOutput ? 'outputLabel' : 'label'),
      D: cell(id, 'id'),
      F: unitCell(line.unit),
      ...(total ? { G: cell(total, 'strong', format) } : {}),
      ...(annual.kind === 'sum'
        ? { H: cell((places, row) => tie(places, row, line), 'check', FORMATS.whole) }
        : {}),
    },
    series: {
      columns,
      style: isOutput ? 'output' : 'calculated',
      format,
      content: (places, row, column, before) =>
        annualContent(places, { axis, annual, idOf, row, column, before }),
    },
  };
}

interface AnnualCell {
  readonly axis: Axis;
  readonly annual: AnnualRow;
  readonly idOf: (line: string) => string;
  readonly row: number;
  readonly column: string;
  readonly before: string;
}

function annualContent(places: Places, { axis, annual, idOf, row, column, before }: AnnualCell): string {
  const on = (id: string): string => `${column}$${places.row(KEY, idOf(id))}`;
  switch (annual.kind) {
    case 'ratio': {
      const [of = '', to = ''] = annual.parts;
      const factor = annual.isPerMillion ? `*${CELL_NAMES.million}` : '';
      return `=IF(${on(to)}=0,"",${on(of)}${factor}/${on(to)})`;
    }
    case 'running': {
      const [of = ''] = annual.parts;
      return `=N(${before}${row})+${on(of)}`;
    }
    case 'sum': {
      const key = sheetOf(annual.line);
      const head = `${column}$${places.row(KEY, `head.${axis}`)}`;
      return `=SUMIFS(${places.series(key, annual.line.id, KEY)},${places.series('Schedule', `axis.${axis}`, KEY)},${head})`;
    }
  }
}

function totalOf(
  { kind, parts, isPerMillion }: AnnualRow,
  idOf: (line: string) => string,
): ((places: Places, row: number) => string) | undefined {
  switch (kind) {
    case 'ratio':
      return (places) => {
        const [of = '', to = ''] = parts.map((id) => `$G$${places.row(KEY, idOf(id))}`);
        return `=IF(${to}=0,"",${of}${isPerMillion ? `*${CELL_NAMES.million}` : ''}/${to})`;
      };
    case 'running':
      return undefined;
    case 'sum':
      return (places, row) => `=SUM($J${row}:$${places.lastSeries(KEY)}${row})`;
  }
}

/** 1 where the years do not add up to the total of the Schedule. */
function tie(places: Places, row: number, line: ContractLine): string {
  const total = places.cell(sheetOf(line), line.id, 'G');
  return `=IF(ABS($G${row}-${total})<=MAX(${HALF_A_CENT},ABS(${total})*1E-12),0,1)`;
}

/** One SCHEDULE for each scenario, of which the totals are shown; natively, the scenario in force beside frozen ones. */
function addScenarios(write: PlanWriter, contract: Contract, columns: number, form: SheetForm): void {
  sectionRow(write, 'block.scenarios', 'Scenarios side by side');
  write.add({
    id: 'head.scenarios',
    cells: {
      C: cell('Scenario', 'tableHead'),
      D: cell('head.scenarios', 'id'),
      F: cell('Unit', 'tableHead'),
    },
    series: {
      columns,
      style: 'tableHeadWrapped',
      content: (_places, row, _column, before) =>
        // LibreOffice does not know the headers of a whole table.
        form === 'native'
          ? `=INDEX(TermsTable[[#Headers],[Base]:[Low]],1,1+COUNTA($H${row}:${before}${row}))`
          : `=INDEX(TermsTable[#Headers],1,MATCH("Base",TermsTable[#Headers],0)+COUNTA($H${row}:${before}${row}))`,
    },
  });
  const lines = COMPARED_LINES.flatMap((id) => contract.model.line(id) ?? []);
  if (form === 'native') addNativeScenarios(write, lines, columns);
  else addLiveScenarios(write, lines, columns);
  addLessBase(write, 'total.billed', columns);
  addLessBase(write, 'valuation.npv billed', columns);
  if (form === 'native') addEngineTotals(write, contract, lines);
}

function addLiveScenarios(write: PlanWriter, lines: readonly ContractLine[], columns: number): void {
  write.add({
    id: 'total.scenarios',
    cells: { C: cell('Over the whole horizon', 'engine'), D: cell('total.scenarios', 'id') },
    series: {
      columns,
      style: 'engine',
      content: (places, _row, column) => {
        const ids = places.ids(KEY, 'total.scenarios', 'less Base.total.billed');
        return `=INDEX(${NAMESPACE}.SCHEDULE(Terms,${column}$${places.row(KEY, 'head.scenarios')},${ids},"Year"),0,4)`;
      },
    },
  });
  for (const line of lines) {
    const { id, label, unit } = line;
    write.add({
      id,
      cells: { C: cell(label, 'label'), D: cell(id, 'id'), F: unitCell(unit) },
      series: { columns, style: 'calculated', format: formatOf(line) },
    });
  }
}

/** The sheets compute one scenario, the one in force; of the others there is what Meterbook found for them. */
function addNativeScenarios(write: PlanWriter, lines: readonly ContractLine[], columns: number): void {
  write.add({
    id: 'total.scenarios',
    cells: {
      C: cell('Over the whole horizon', 'engine'),
      D: cell('total.scenarios', 'id'),
      E: cell('The scenario in force is computed; the others are the frozen figures below', 'note'),
    },
  });
  for (const line of lines) {
    const { id, label, unit, scalar } = line;
    write.add({
      id,
      cells: { C: cell(label, 'label'), D: cell(id, 'id'), F: unitCell(unit) },
      series: {
        columns,
        style: 'calculated',
        format: formatOf(line),
        content: (places, _row, column) => {
          const isInForce = `${column}$${places.row(KEY, 'head.scenarios')}=IF(Scenario="","Base",Scenario)`;
          const now = places.cell(sheetOf(line), id, scalar ? 'E' : 'G');
          return `=IF(${isInForce},${now},${column}$${places.row(KEY, engineId(id))})`;
        },
      },
    });
  }
}

function addLessBase(write: PlanWriter, id: string, columns: number): void {
  const own = `less Base.${id}`;
  write.add({
    id: own,
    cells: {
      C: cell(
        id === 'total.billed' ? 'Total billed, less Base' : 'Net present value, less Base',
        'outputLabel',
      ),
      D: cell(own, 'id'),
      F: unitCell('currency'),
    },
    series: {
      columns,
      style: 'output',
      format: FORMATS.delta,
      content: (places, _row, column) => {
        const row = places.row(KEY, id);
        return `=${column}$${row}-$J$${row}`;
      },
    },
  });
}
