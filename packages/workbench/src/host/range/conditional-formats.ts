import type { ConditionalFormatNote, ConditionalFormatView } from '../../book/rules/conditional-formats';
import { isOperator, operatorOf, OPERATORS, takesTwo } from '../../book/rules/validation-rule';
import { HostError, invalidArgument, itemNotFound, type HostObject } from '../../interpreter/host-object';
import { htmlColor } from '../colors';
import type { HostContext } from '../context';
import { Range } from './range';
import { RangeAreas } from './range-areas';

/** The conditional formats that touch a range. */
export class ConditionalFormatCollection implements HostObject {
  readonly $type = 'ConditionalFormatCollection';

  constructor(private readonly range: Range) {}

  $items = () => {
    const { $host, $sheetId, $bounded } = this.range;
    return $host.conditionalFormats
      .inZone($sheetId, $bounded)
      .map(({ id }) => new ConditionalFormatHost($host, $sheetId, id));
  };

  $item = (id: unknown) => this.GetItemOrNullObject(id) ?? missing();

  GetCount(): number {
    return this.$items().length;
  }

  Add(type: string): ConditionalFormatHost {
    if (type !== 'CellValue' && type !== 'Custom') {
      throw new HostError(
        'NotImplemented',
        `The workbench has conditional formats of the types CellValue and Custom, not "${type}".`,
        501,
      );
    }
    const { $host, $sheetId, $bounded } = this.range;
    const id = $host.conditionalFormats.add($sheetId, $bounded, { type });
    return new ConditionalFormatHost($host, $sheetId, id);
  }

  GetItem(id: unknown): ConditionalFormatHost {
    return this.GetItemOrNullObject(id) ?? missing();
  }

  GetItemOrNullObject(id: unknown): ConditionalFormatHost | null {
    return this.$items().find((each) => each.Id === String(id)) ?? null;
  }

  GetItemAt(index: number): ConditionalFormatHost {
    return this.$items()[index] ?? missing();
  }

  ClearAll(): void {
    this.range.$host.conditionalFormats.clear(this.range.$sheetId, this.range.$bounded);
  }
}

class ConditionalFormatHost implements HostObject {
  readonly $type = 'ConditionalFormat';
  readonly $navigation = ['CellValue', 'CellValueOrNullObject', 'Custom', 'CustomOrNullObject'];

  constructor(
    readonly $host: HostContext,
    private readonly sheetId: string,
    private readonly id: string,
  ) {}

  $identity = () => ({ Id: this.id });

  get Id(): string {
    return this.id;
  }

  get Type(): string {
    return this.$note.type;
  }

  /** 0 is applied first. */
  get Priority(): number {
    const all = this.$host.conditionalFormats.inZone(this.sheetId, this.$host.book.extent(this.sheetId));
    return all.findIndex(({ id }) => id === this.id);
  }

  get StopIfTrue(): boolean {
    return this.$view.stopIfTrue;
  }

  set StopIfTrue(stopIfTrue: boolean) {
    this.$put({ stopIfTrue });
  }

  get CellValue(): CellValueConditionalFormat {
    return this.CellValueOrNullObject ?? missing();
  }

  get CellValueOrNullObject(): CellValueConditionalFormat | null {
    return this.Type === 'CellValue' ? new CellValueConditionalFormat(this) : null;
  }

  get Custom(): CustomConditionalFormat {
    return this.CustomOrNullObject ?? missing();
  }

  get CustomOrNullObject(): CustomConditionalFormat | null {
    return this.Type === 'Custom' ? new CustomConditionalFormat(this) : null;
  }

  GetRange(): Range {
    return this.GetRangeOrNullObject() ?? missing();
  }

  GetRangeOrNullObject(): Range | null {
    const [zone, ...others] = this.$view.zones;
    return zone === undefined || others.length > 0 ? null : new Range(this.$host, this.sheetId, zone);
  }

  GetRanges(): RangeAreas {
    return new RangeAreas(this.$view.zones.map((zone) => new Range(this.$host, this.sheetId, zone)));
  }

  Delete(): void {
    this.$host.conditionalFormats.remove(this.sheetId, this.$view.id);
  }

  get $view(): ConditionalFormatView {
    return this.$host.conditionalFormats.find(this.sheetId, this.id) ?? missing();
  }

  get $note(): ConditionalFormatNote {
    return this.$host.conditionalFormats.noteOf(this.$view);
  }

  $put(change: Partial<ConditionalFormatView>): void {
    this.$host.conditionalFormats.put({ ...this.$view, ...change });
  }

  $describe(change: Partial<ConditionalFormatNote>): void {
    this.$host.conditionalFormats.describe(this.$view, change);
  }

  /** A number, a text or a formula as the grid compares with it; references count from the first cell. */
  $operand(value: unknown): string {
    const text = String(value ?? '').trim();
    const body = text.startsWith('=') ? text.slice(1) : text;
    if (body === '') throw invalidArgument('A conditional format needs a value to compare with.');
    if (Number.isFinite(Number(body))) return body;
    const [zone] = this.$view.zones;
    const position = { sheetId: this.sheetId, row: zone?.top ?? 0, col: zone?.left ?? 0 };
    return text.startsWith('=') ? this.$host.formulas.toGrid(text, position) : text;
  }
}

class CellValueConditionalFormat implements HostObject {
  readonly $type = 'CellValueConditionalFormat';

  constructor(private readonly format: ConditionalFormatHost) {}

  get Rule(): unknown {
    const { operator, values } = this.format.$view.rule;
    const known = operatorOf(operator);
    if (known === undefined) return {};
    const [formula1 = '', formula2] = values.map(asFormula);
    return { formula1, ...(formula2 === undefined ? {} : { formula2 }), operator: withoutTo(known) };
  }

  set Rule(rule: unknown) {
    const { operator, formula1, formula2 } = rule as Record<string, unknown>;
    const known = [operator, `${String(operator)}To`].find(isOperator);
    if (known === undefined)
      throw invalidArgument(`"${String(operator)}" is not an operator of conditional formats.`);
    const operands = (takesTwo(known) ? [formula1, formula2] : [formula1]).map((each) =>
      this.format.$operand(each),
    );
    this.format.$put({ rule: { ...this.format.$view.rule, operator: OPERATORS[known], values: operands } });
  }

  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.format);
  }
}

/** The enumeration of conditional formats says GreaterThanOrEqual where that of data validation says …EqualTo. */
const withoutTo = (operator: string) => (operator.endsWith('OrEqualTo') ? operator.slice(0, -2) : operator);

const asFormula = (text: string) => (text.startsWith('=') ? text : `=${text}`);

class CustomConditionalFormat implements HostObject {
  readonly $type = 'CustomConditionalFormat';

  constructor(private readonly format: ConditionalFormatHost) {}

  get Rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.format);
  }

  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.format);
  }
}

class ConditionalFormatRule implements HostObject {
  readonly $type = 'ConditionalFormatRule';

  constructor(private readonly format: ConditionalFormatHost) {}

  get Formula(): string {
    return this.format.$view.rule.values[0] ?? '';
  }

  set Formula(formula: string) {
    if (!formula.startsWith('='))
      throw invalidArgument('The formula of a conditional format begins with "=".');
    const { rule } = this.format.$view;
    this.format.$put({
      rule: { ...rule, operator: 'customFormula', values: [this.format.$operand(formula)] },
    });
  }
}

class ConditionalRangeFormat implements HostObject {
  readonly $type = 'ConditionalRangeFormat';

  constructor(private readonly format: ConditionalFormatHost) {}

  get Font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.format);
  }

  get Fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.format);
  }

  /** Kept; the grid's conditional formats change looks and not the number format. */
  get NumberFormat(): string {
    return this.format.$note.numberFormat ?? '';
  }

  set NumberFormat(numberFormat: string) {
    this.format.$describe({ numberFormat });
  }
}

/** One look of cells where the rule holds. */
abstract class ConditionalLook {
  constructor(private readonly format: ConditionalFormatHost) {}

  protected read<T>(key: string, standard: T): T {
    const { style } = this.format.$view.rule;
    return key in style ? (style[key] as T) : standard;
  }

  protected write(look: Readonly<Record<string, unknown>>): void {
    const { rule } = this.format.$view;
    this.format.$put({ rule: { ...rule, style: { ...rule.style, ...look } } });
  }
}

class ConditionalRangeFont extends ConditionalLook implements HostObject {
  readonly $type = 'ConditionalRangeFont';

  get Bold(): boolean {
    return this.read('bold', false);
  }

  set Bold(bold: boolean) {
    this.write({ bold });
  }

  get Italic(): boolean {
    return this.read('italic', false);
  }

  set Italic(italic: boolean) {
    this.write({ italic });
  }

  get Strikethrough(): boolean {
    return this.read('strikethrough', false);
  }

  set Strikethrough(strikethrough: boolean) {
    this.write({ strikethrough });
  }

  get Underline(): string {
    return this.read('underline', false) ? 'Single' : 'None';
  }

  set Underline(kind: string) {
    this.write({ underline: kind !== 'None' });
  }

  get Color(): string {
    return this.read('textColor', '');
  }

  set Color(color: string) {
    this.write({ textColor: htmlColor(color) });
  }

  Clear(): void {
    this.write({ bold: false, italic: false, strikethrough: false, underline: false, textColor: '' });
  }
}

class ConditionalRangeFill extends ConditionalLook implements HostObject {
  readonly $type = 'ConditionalRangeFill';

  get Color(): string {
    return this.read('fillColor', '');
  }

  set Color(color: string) {
    this.write({ fillColor: htmlColor(color) });
  }

  Clear(): void {
    this.write({ fillColor: '' });
  }
}

const missing = (): never => {
  throw itemNotFound();
};
