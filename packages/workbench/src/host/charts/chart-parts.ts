import type { Definition } from '../../book/charts/charts';
import { hasHorizontalBars } from '../../book/charts/chart-types';
import { invalidArgument, type HostObject } from '../../interpreter/host-object';
import type { Chart } from './charts';
import { htmlColor } from '../colors';

/** Title, legend, axes and labels of a chart. What the grid cannot draw is kept, so that it is read back and exported. */

/** A part of a chart that keeps members of its own. */
abstract class ChartPart {
  constructor(protected readonly chart: Chart) {}

  protected get definition(): Definition {
    return this.chart.$host.charts.definition(this.chart.$id);
  }

  protected update(change: Partial<Definition>): void {
    this.chart.$host.charts.update(this.chart.$id, change);
  }

  protected kept<T>(key: string, fallback: T): T {
    const { kept } = this.chart.$host.charts.noteOf(this.chart.$id);
    return key in kept ? (kept[key] as T) : fallback;
  }

  protected keep(key: string, value: unknown): void {
    const { kept } = this.chart.$host.charts.noteOf(this.chart.$id);
    this.chart.$host.charts.note(this.chart.$id, { kept: { ...kept, [key]: value } });
  }
}

export class ChartTitle extends ChartPart implements HostObject {
  readonly $type = 'ChartTitle';

  get Text(): string {
    return this.Visible ? (this.definition.title.text ?? '') : this.kept('title.text', '');
  }

  set Text(text: string) {
    this.update({ title: { ...this.definition.title, text } });
  }

  get Visible(): boolean {
    return (this.definition.title.text ?? '') !== '';
  }

  set Visible(visible: boolean) {
    if (visible === this.Visible) return;
    const { text = '' } = this.definition.title;
    if (!visible) this.keep('title.text', text);
    this.update({
      title: { ...this.definition.title, text: visible ? this.kept('title.text', 'Chart Title') : '' },
    });
  }

  get Overlay(): boolean {
    return this.kept('title.overlay', false);
  }

  set Overlay(overlay: boolean) {
    this.keep('title.overlay', overlay);
  }

  get Format(): ChartTitleFormat {
    return new ChartTitleFormat(this.chart);
  }
}

class ChartTitleFormat extends ChartPart implements HostObject {
  readonly $type = 'ChartTitleFormat';

  get Font(): ChartFont {
    return new ChartFont(this.chart);
  }
}

type TitleLook = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly fontSize?: number;
};

class ChartFont extends ChartPart implements HostObject {
  readonly $type = 'ChartFont';

  get Bold(): boolean {
    return this.look.bold ?? false;
  }

  set Bold(bold: boolean) {
    this.set({ bold });
  }

  get Italic(): boolean {
    return this.look.italic ?? false;
  }

  set Italic(italic: boolean) {
    this.set({ italic });
  }

  get Color(): string {
    return this.look.color ?? '#595959';
  }

  set Color(color: string) {
    this.set({ color: htmlColor(color) });
  }

  get Size(): number {
    return this.look.fontSize ?? 14;
  }

  set Size(fontSize: number) {
    this.set({ fontSize });
  }

  private get look(): TitleLook {
    return this.definition.title as TitleLook;
  }

  private set(look: TitleLook): void {
    this.update({ title: { ...this.definition.title, ...look } });
  }
}

const LEGEND: Readonly<Record<string, string>> = {
  Top: 'top',
  Bottom: 'bottom',
  Left: 'left',
  Right: 'right',
};

export class ChartLegend extends ChartPart implements HostObject {
  readonly $type = 'ChartLegend';

  get Visible(): boolean {
    return this.definition.legendPosition !== 'none';
  }

  set Visible(visible: boolean) {
    if (visible === this.Visible) return;
    if (!visible) this.keep('legend.position', this.Position);
    this.update({
      legendPosition: visible ? (LEGEND[this.kept('legend.position', 'Right')] ?? 'right') : 'none',
    });
  }

  get Position(): string {
    const { legendPosition } = this.definition;
    const found = Object.entries(LEGEND).find(([, position]) => position === legendPosition);
    return found?.[0] ?? this.kept('legend.position', 'Right');
  }

  set Position(position: string) {
    const known = LEGEND[position];
    if (known === undefined)
      throw invalidArgument(`The grid puts a legend at Top, Bottom, Left or Right, not at "${position}".`);
    this.update({ legendPosition: known });
  }

  get Overlay(): boolean {
    return this.kept('legend.overlay', false);
  }

  set Overlay(overlay: boolean) {
    this.keep('legend.overlay', overlay);
  }
}

export class ChartDataLabels extends ChartPart implements HostObject {
  readonly $type = 'ChartDataLabels';

  get ShowValue(): boolean {
    return this.definition['showValues'] === true;
  }

  set ShowValue(showValues: boolean) {
    this.update({ showValues });
  }

  get NumberFormat(): string {
    return this.kept('dataLabels.numberFormat', 'General');
  }

  set NumberFormat(format: string) {
    this.keep('dataLabels.numberFormat', format);
  }

  get Position(): string {
    return this.kept('dataLabels.position', 'BestFit');
  }

  set Position(position: string) {
    this.keep('dataLabels.position', position);
  }
}

export class ChartAxes extends ChartPart implements HostObject {
  readonly $type = 'ChartAxes';

  get CategoryAxis(): ChartAxis {
    return new ChartAxis(this.chart, 'Category');
  }

  get ValueAxis(): ChartAxis {
    return new ChartAxis(this.chart, 'Value');
  }

  GetItem(type: string, group = 'Primary'): ChartAxis {
    if (type === 'Category' && group === 'Primary') return this.CategoryAxis;
    if (type === 'Value')
      return new ChartAxis(this.chart, group === 'Secondary' ? 'SecondaryValue' : 'Value');
    throw invalidArgument(`The grid's charts have no ${group.toLowerCase()} axis of the type "${type}".`);
  }
}

type AxisType = 'Category' | 'Value' | 'SecondaryValue';

abstract class AxisPart extends ChartPart {
  constructor(
    chart: Chart,
    protected readonly axis: AxisType,
  ) {
    super(chart);
  }

  protected get design(): Readonly<Record<string, unknown>> {
    return this.definition.axesDesign?.[this.axisId] ?? {};
  }

  protected draw(change: Readonly<Record<string, unknown>>): void {
    const { axesDesign } = this.definition;
    this.update({ axesDesign: { ...axesDesign, [this.axisId]: { ...this.design, ...change } } });
  }

  protected keptOf<T>(member: string, fallback: T): T {
    return this.kept(`${this.axis}.${member}`, fallback);
  }

  protected keepOf(member: string, value: unknown): void {
    this.keep(`${this.axis}.${member}`, value);
  }

  /** In a chart of horizontal bars the values run from left to right. */
  private get axisId(): string {
    if (this.axis === 'SecondaryValue') return 'y1';
    const isValue = this.axis === 'Value';
    return isValue === hasHorizontalBars(this.chart.ChartType) ? 'x' : 'y';
  }
}

class ChartAxis extends AxisPart implements HostObject {
  readonly $type = 'ChartAxis';

  get Type(): string {
    return this.axis === 'Category' ? 'Category' : 'Value';
  }

  get Title(): ChartAxisTitle {
    return new ChartAxisTitle(this.chart, this.axis);
  }

  get Minimum(): unknown {
    return this.design['min'] ?? '';
  }

  set Minimum(min: unknown) {
    this.draw({ min: typeof min === 'number' ? min : undefined });
  }

  get Maximum(): unknown {
    return this.design['max'] ?? '';
  }

  set Maximum(max: unknown) {
    this.draw({ max: typeof max === 'number' ? max : undefined });
  }

  get MajorGridlines(): ChartGridlines {
    return new ChartGridlines(this.chart, this.axis);
  }

  /** The grid labels an axis in the format of the first value; what is set here is kept. */
  get NumberFormat(): string {
    return this.keptOf('numberFormat', 'General');
  }

  set NumberFormat(format: string) {
    this.keepOf('numberFormat', format);
  }

  get LinkNumberFormat(): boolean {
    return this.keptOf('linkNumberFormat', true);
  }

  set LinkNumberFormat(linked: boolean) {
    this.keepOf('linkNumberFormat', linked);
  }

  get Visible(): boolean {
    return this.keptOf('visible', true);
  }

  set Visible(visible: boolean) {
    this.keepOf('visible', visible);
  }

  get MajorUnit(): unknown {
    return this.keptOf<unknown>('majorUnit', '');
  }

  set MajorUnit(unit: unknown) {
    this.keepOf('majorUnit', unit);
  }

  get TickLabelPosition(): string {
    return this.keptOf('tickLabelPosition', 'NextToAxis');
  }

  set TickLabelPosition(position: string) {
    this.keepOf('tickLabelPosition', position);
  }

  get TickLabelSpacing(): unknown {
    return this.keptOf<unknown>('tickLabelSpacing', '');
  }

  set TickLabelSpacing(spacing: unknown) {
    this.keepOf('tickLabelSpacing', spacing);
  }

  get CategoryType(): string {
    return this.keptOf('categoryType', 'Automatic');
  }

  set CategoryType(type: string) {
    this.keepOf('categoryType', type);
  }

  get BaseTimeUnit(): string {
    return this.keptOf('baseTimeUnit', 'Days');
  }

  set BaseTimeUnit(unit: string) {
    this.keepOf('baseTimeUnit', unit);
  }

  get DisplayUnit(): string {
    return this.keptOf('displayUnit', 'None');
  }

  set DisplayUnit(unit: string) {
    this.keepOf('displayUnit', unit);
  }
}

class ChartAxisTitle extends AxisPart implements HostObject {
  readonly $type = 'ChartAxisTitle';

  get Text(): string {
    const title = this.design['title'] as { readonly text?: string } | undefined;
    return title?.text ?? '';
  }

  set Text(text: string) {
    this.draw({ title: { text } });
  }

  get Visible(): boolean {
    return this.Text !== '';
  }

  set Visible(visible: boolean) {
    if (visible === this.Visible) return;
    if (!visible) this.keepOf('title', this.Text);
    this.draw({ title: { text: visible ? this.keptOf('title', 'Axis Title') : '' } });
  }
}

class ChartGridlines extends AxisPart implements HostObject {
  readonly $type = 'ChartGridlines';

  get Visible(): boolean {
    const lines = this.design['gridLines'] ?? (this.axis === 'Value' ? 'major' : 'none');
    return lines === 'major' || lines === 'both';
  }

  set Visible(visible: boolean) {
    this.draw({ gridLines: visible ? 'major' : 'none' });
  }
}
