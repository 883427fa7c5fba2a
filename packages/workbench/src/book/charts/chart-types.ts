import { HostError } from '../../interpreter/host-object';

/** The part of a chart's definition in the grid that says what kind it is. */
export interface GridChartType {
  readonly type: 'line' | 'bar' | 'pie' | 'waterfall' | 'scatter' | 'combo';
  readonly [option: string]: unknown;
}

/** The categories of Excel's lines are texts or dates, never numbers. */
const LINE = { type: 'line', labelsAsText: true, cumulative: false } as const;
const WATERFALL = {
  type: 'waterfall',
  verticalAxisPosition: 'left',
  showSubTotals: true,
  showConnectorLines: true,
  firstValueAsSubtotal: true,
} as const;

/** Excel's chart types that the grid can draw, and how. */
const TYPES: Readonly<Record<string, GridChartType>> = {
  Line: { ...LINE, stacked: false, hideDataMarkers: true },
  LineMarkers: { ...LINE, stacked: false, hideDataMarkers: false },
  LineStacked: { ...LINE, stacked: true, hideDataMarkers: true },
  LineMarkersStacked: { ...LINE, stacked: true, hideDataMarkers: false },
  Area: { ...LINE, stacked: false, fillArea: true, hideDataMarkers: true },
  AreaStacked: { ...LINE, stacked: true, fillArea: true, hideDataMarkers: true },
  ColumnClustered: { type: 'bar', stacked: false, horizontal: false },
  ColumnStacked: { type: 'bar', stacked: true, horizontal: false },
  BarClustered: { type: 'bar', stacked: false, horizontal: true },
  BarStacked: { type: 'bar', stacked: true, horizontal: true },
  Pie: { type: 'pie', isDoughnut: false },
  Doughnut: { type: 'pie', isDoughnut: true },
  Waterfall: WATERFALL,
  XYScatter: { type: 'scatter', labelsAsText: false },
};

export function gridChartType(excelType: string): GridChartType {
  const known = TYPES[excelType];
  if (known !== undefined) return known;
  throw new HostError(
    'NotImplemented',
    `The workbench draws no chart of the type "${excelType}"; it draws ${Object.keys(TYPES).join(', ')}.`,
    501,
  );
}

/** What a chart that a person made in the grid is called in Excel. */
export function excelChartType(definition: Readonly<Record<string, unknown>>): string {
  const found = Object.entries(TYPES).find(
    ([, options]) =>
      options.type === definition['type'] &&
      Object.entries(options).every(
        ([key, value]) => Boolean(definition[key]) === Boolean(value) || definition[key] === value,
      ),
  );
  return found?.[0] ?? 'Invalid';
}

/** In a chart of several types every series is drawn as columns or as a line. */
export const seriesKind = (excelType: string): 'bar' | 'line' | undefined =>
  excelType === 'ColumnClustered' ? 'bar' : /^Line(Markers)?$/.test(excelType) ? 'line' : undefined;

export const hasHorizontalBars = (excelType: string) => excelType.startsWith('Bar');
