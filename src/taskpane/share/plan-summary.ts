import { counted } from '../../base/words';
import { type HandOffPlan, besideModel } from '../../workbook/hand-off/hand-off-plan';

/** What a hand-off will do on one sheet. */
export interface SheetSummary {
  readonly sheet: string;
  readonly native: number;
  readonly values: number;
  /** Why cells become values, each reason once with how many cells it concerns. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

export function summaryOf(cells: HandOffPlan['cells']): SheetSummary[] {
  const bySheet = new Map<string, { native: number; reasons: Map<string, number> }>();
  for (const { area, replacement } of cells) {
    const found = bySheet.get(area.sheet) ?? { native: 0, reasons: new Map<string, number>() };
    bySheet.set(area.sheet, found);
    if (replacement.kind === 'native') found.native += 1;
    else found.reasons.set(replacement.reason, (found.reasons.get(replacement.reason) ?? 0) + 1);
  }
  return [...bySheet].map(([sheet, { native, reasons }]) => {
    const all = [...reasons].map(([reason, count]) => ({ reason, count }));
    return { sheet, native, values: all.reduce((sum, { count }) => sum + count, 0), reasons: all };
  });
}

export function planSentence(plan: HandOffPlan): string {
  if (plan.model === undefined || plan.model.refusal !== undefined) return cellsSentence(plan);
  const others = besideModel(plan);
  const rest = others.cells.length > 0 ? cellsSentence(others) : 'Nothing is written yet.';
  return `The sheets of the model can be written as formulas of Excel. ${rest}`;
}

function cellsSentence(plan: HandOffPlan): string {
  const native = plan.cells.filter(({ replacement }) => replacement.kind === 'native').length;
  const values = plan.cells.length - native;
  if (plan.cells.length === 0) {
    return plan.left.length === 0
      ? 'No cell of this workbook needs Meterbook: there is nothing to hand off.'
      : 'Nothing can be handed off as the workbook stands.';
  }
  const become = [
    ...(native > 0 ? [`${native} will become native`] : []),
    ...(values > 0 ? [`${values} will become ${values === 1 ? 'a value' : 'values'}`] : []),
  ];
  return `${counted(plan.cells.length, 'formula needs', 'formulas need')} Meterbook: ${become.join(', ')}. Nothing is written yet.`;
}

export const sheetSentence = ({ sheet, native, values }: SheetSummary): string =>
  `${sheet}: ${[
    ...(native > 0 ? [`${counted(native, 'native formula')}`] : []),
    ...(values > 0
      ? [
          `${counted(values, 'formula becomes', 'formulas become')} ${values === 1 ? 'its value' : 'their values'}`,
        ]
      : []),
  ].join(', ')}`;
