import type { Book } from '../book/book';
import type { Cells } from '../book/cells/cells';
import type { CellStyles } from '../book/looks/cell-styles';
import type { Charts } from '../book/charts/charts';
import type { Culture } from '../book/cells/culture';
import type { ConditionalFormats } from '../book/rules/conditional-formats';
import type { Names } from '../book/names/names';
import type { TypedFormulas } from '../book/formulas/typed-formulas';
import type { Tables } from '../book/names/tables';
import type { Validations } from '../book/rules/validations';
import type { FunctionBridge } from '../bridge/bridge';
import type { RichApiEvents } from '../wire/rich-api-events';
import type { Range } from './range/range';

/** What the object model stands on. */
export interface HostContext {
  readonly book: Book;
  readonly cells: Cells;
  readonly names: Names;
  readonly tables: Tables;
  readonly validations: Validations;
  readonly charts: Charts;
  readonly styles: CellStyles;
  readonly conditionalFormats: ConditionalFormats;
  readonly formulas: TypedFormulas;
  readonly events: RichApiEvents;
  readonly bridge: FunctionBridge;
  /** Values as JSON text, by key; apart from `Office.context.document.settings`, as in Excel. */
  readonly settings: Map<string, string>;
  readonly fileName: string;
  readonly culture: Culture;
  /** The range that a change event named by id. */
  eventRange(id: string): Range;
}
