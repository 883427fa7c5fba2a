import { counted } from '../../base/words';
import { cellAt } from '../excel/cell-address';
import { linkIn } from './cell-faults';
import type { Finding } from './finding';
import type { SurveyedSheet, WorkbookSurvey } from './workbook-survey';

export const hiddenSheet = ({ name, isVisible }: SurveyedSheet): Finding[] =>
  isVisible
    ? []
    : [
        {
          fault: 'hidden sheet',
          sheet: name,
          address: '',
          count: 1,
          sentence: `The sheet ${name} is hidden: a recipient cannot see what stands there, and whoever finds it may see more than you meant.`,
          remedy: 'Right-click a sheet tab and choose Unhide, or delete the sheet.',
        },
      ];

export function unlockedCalculations({ name, top, left, unlocked }: SurveyedSheet): Finding[] {
  const [first] = unlocked;
  if (!first) return [];
  return [
    {
      fault: 'unlocked calculation',
      sheet: name,
      address: cellAt(top + first.row, left + first.column),
      count: unlocked.length,
      sentence: `${counted(unlocked.length, 'formula is', 'formulas are')} not locked: protecting the sheet would still let anybody type over ${unlocked.length === 1 ? 'it' : 'them'}.`,
      remedy: 'Choose Format Cells > Protection > Locked.',
    },
  ];
}

/** Names can read other workbooks without a cell that says so. */
export const linkedNames = ({ names }: WorkbookSurvey): Finding[] =>
  names.flatMap(({ name, formula }) => {
    const book = linkIn(formula);
    return book === undefined
      ? []
      : [
          {
            fault: 'external link' as const,
            sheet: '',
            address: '',
            count: 1,
            sentence: `The name ${name} reads the workbook ${book}, which a recipient does not have.`,
            remedy:
              'Choose Formulas > Name Manager, and point the name to cells of this workbook, or delete it.',
          },
        ];
  });
