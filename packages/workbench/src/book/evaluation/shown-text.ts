import * as o from '@odoo/o-spreadsheet';
import type { CellPosition, EvaluatedCell, Locale } from '@odoo/o-spreadsheet';
import type { NumberFormats } from '../cells/number-format';
import type { Evaluator } from './evaluator';

/** Lets cells show what they show in Excel where the grid has but a simpler format for them. */
export function showAsInExcel(
  evaluator: Evaluator,
  formats: () => NumberFormats | undefined,
  locale: () => Locale,
): void {
  const shown = (cell: EvaluatedCell | undefined): void => {
    const { format, value } = cell ?? {};
    if (cell === undefined || format === undefined) return;
    if (typeof value !== 'number' && (typeof value !== 'string' || cell.type === 'error')) return;
    const own = formats();
    if (own?.isPrintedHere(format) !== true) return;
    // Printed when somebody looks: most cells of a large book are never on the screen.
    Object.defineProperty(cell, 'formattedValue', {
      get: () => own.shown(value, format, locale()),
      enumerable: true,
      configurable: true,
    });
  };
  const computeCell = evaluator.computeCell.bind(evaluator);
  evaluator.computeCell = (position) => {
    const cell = computeCell(position);
    shown(cell);
    return cell;
  };
  const spreadValues = evaluator.spreadValues.bind(evaluator);
  evaluator.spreadValues = (from, matrix) => {
    const spread = spreadValues(from, matrix);
    return (column, row) => {
      spread(column, row);
      shown(
        evaluator.evaluatedCells.get({ sheetId: from.sheetId, col: from.col + column, row: from.row + row }),
      );
    };
  };
}

/** How the grid asks for the text of a cell that it paints. */
interface TextRequest {
  readonly showFormula?: boolean;
  readonly availableWidth?: number;
}

/** The part of the grid that paints texts. */
interface TextPainter {
  getCellText(position: CellPosition, request?: TextRequest): string;
  getTextWidth(text: string, style: object): number;
}

/** The texts that the grid paints; a sign that a format repeats fills the room that there is. */
export function paintAsInExcel(formatsOf: (getters: object) => NumberFormats | undefined): void {
  const { featurePluginRegistry } = o.registries;
  const SheetTexts = featurePluginRegistry.get('ui_sheet');
  featurePluginRegistry.replace(
    'ui_sheet',
    class extends SheetTexts {
      getCellText(position: CellPosition, request?: TextRequest): string {
        const painter = SheetTexts.prototype as unknown as TextPainter;
        const cell = this.getters.getEvaluatedCell(position);
        const isFormula = request?.showFormula === true && this.getters.getCell(position) !== undefined;
        const formats = isFormula ? undefined : formatsOf(this.getters);
        const { format, value } = cell;
        if (format === undefined || formats?.isPrintedHere(format) !== true)
          return painter.getCellText.call(this, position, request);
        if (typeof value !== 'number') return cell.formattedValue;
        const room = request?.availableWidth;
        const style = this.getters.getCell(position)?.style ?? {};
        const width = (text: string): number => painter.getTextWidth.call(this, text, style);
        const filled = (before: string, sign: string, after: string): string => {
          const times =
            room === undefined ? 0 : Math.floor((room - width(before + after)) / Math.max(1, width(sign)));
          return before + sign.repeat(Math.max(0, times)) + after;
        };
        return formats.shown(value, format, this.getters.getLocale(), filled);
      }
    } as unknown as typeof SheetTexts,
  );
}
