import type { Bridge } from '../../analysis/bridge';
import { waterfallScale } from '../../analysis/waterfall-scale';
import { FIRST_SERIES } from '../model-sheets/plan/columns';
import { AT } from './comparison-cells';
import { type BridgePlace, CHART_COLUMNS, CHART_ROWS } from './bridge-cells';
import type { SheetCells } from './sheet-cells';

export const CHART_NAME = 'Meterbook bridge';

const GREY = '#605E5C';
const ORANGE = '#C55A11';
const GREEN = '#0F6B4F';
/** By column of the chart: the first carries the labels, the second is not seen. */
const COLORS = [undefined, undefined, GREY, ORANGE, ORANGE, GREEN, GREEN];
const GAP = 40;

/** Draws the bridge as stacked columns, which every release of Excel shows, and other programs with it. */
export function drawBridge(
  worksheet: Excel.Worksheet,
  sheet: SheetCells,
  { first, last, chart: top }: BridgePlace,
  bridge: Bridge,
): void {
  const column = (place: number): Excel.Range => {
    const letter = sheet.letter(FIRST_SERIES + place);
    return worksheet.getRange(`${letter}${first}:${letter}${last}`);
  };
  const chart = worksheet.charts.add('ColumnStacked', column(1), 'Columns');
  chart.name = CHART_NAME;
  chart.title.text = titleOf(bridge);
  chart.legend.visible = false;
  chart.setPosition(
    `${sheet.letter(AT.label)}${top}`,
    `${sheet.letter(FIRST_SERIES + CHART_COLUMNS.length - 1)}${top + CHART_ROWS - 1}`,
  );
  COLORS.forEach((color, place) => {
    if (place === 0) return;
    const series = place === 1 ? chart.series.getItemAt(0) : chart.series.add(CHART_COLUMNS[place] ?? '');
    if (place > 1) series.setValues(column(place));
    else series.name = CHART_COLUMNS[place] ?? '';
    series.setXAxisValues(column(0));
    series.gapWidth = GAP;
    if (color === undefined) series.format.fill.clear();
    else series.format.fill.setSolidColor(color);
  });
  scaleAxis(chart, bridge);
}

/** Where the two ends are far from 0 and close to each other, an axis from 0 would hide the steps; the title says so. */
function scaleAxis(chart: Excel.Chart, bridge: Bridge): void {
  const scale = waterfallScale(
    { label: '', amount: bridge.start.toNumber() },
    bridge.steps.map(({ amount }) => ({ label: '', amount: amount.toNumber() })),
    { label: '', amount: bridge.end.toNumber() },
  );
  if (!scale.isCut) return;
  const { low, high } = scale;
  const round = 10 ** Math.floor(Math.log10(high - low));
  if (low > 0) chart.axes.valueAxis.minimum = Math.floor(low / round) * round;
  else chart.axes.valueAxis.maximum = Math.ceil(high / round) * round;
  chart.title.text = `${titleOf(bridge)} (the axis does not begin at 0)`;
}

const titleOf = ({ figure, from, to }: Bridge): string => `${figure.label}: ${from} to ${to}, ${figure.unit}`;
