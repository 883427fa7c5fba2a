import { annotateAll } from '../../book/annotations';
import type { TypedFormula } from '../../book/formulas/typed-formulas';
import type { NameNote } from '../../book/names/names';
import type { Book } from '../../book/book';
import { formulaKey, type FormulaName } from '../../book/names/formula-names';
import { changePageSetup } from '../../book/page-setup';
import type { HostContext } from '../../host/context';
import { HostError } from '../../interpreter/host-object';
import { fillCharts } from './fill-charts';
import { fillLinks } from './fill-links';
import { listed } from '../read/left-out';
import type { OpenedFile, OpenedSheet } from '../read/open-file';
import type { ReadName } from '../read/read-names';
import { readPageSetup } from '../read/read-page-setup';
import type { ReadValidation } from '../write/validation-part';

/** What a book is completed with once the grid holds its cells. */
export type FileTarget = Pick<
  HostContext,
  'book' | 'charts' | 'formulas' | 'names' | 'styles' | 'tables' | 'validations'
>;

/**
 * Completes a book that was just made from a file: names, names of tables, formulas that the grid reads otherwise, rules of
 * data validation, how sheets are printed, what charts are called.
 * @returns what could not be held, in words that follow "Left out:"
 */
export function fillBook(file: OpenedFile, target: FileTarget): string[] {
  const leftOut = target.book.transaction(() => {
    for (const style of file.namedStyles) target.styles.define(style);
    for (const sheet of file.sheets) nameTables(sheet, target);
    noteNames(file, target.book);
    noteFormulas(file, target.book);
    annotateAll(
      target.book,
      'filters',
      file.sheets.flatMap(({ id, filters }) => (filters.length === 0 ? [] : [[id, filters] as const])),
    );
    const lostRules = file.sheets.flatMap((sheet) => addValidations(sheet, target));
    for (const sheet of file.sheets) setUpPages(sheet, file.builtInNames, target);
    for (const { id, charts } of file.sheets) fillCharts(id, charts, target);
    for (const { id, links } of file.sheets) fillLinks(id, links, target.book);
    const passwords = file.sheets.filter((sheet) => protect(sheet, target)).map(({ name }) => name);
    return [
      ...listed('the passwords of the protected sheets', passwords),
      ...listed('rules of data validation in', lostRules),
    ];
  });
  showSheet(file, target);
  target.book.forgetSteps();
  return leftOut;
}

function showSheet({ activeSheet }: OpenedFile, { book }: FileTarget): void {
  const sheetIdFrom = book.getters.getActiveSheetId();
  if (activeSheet === undefined || activeSheet === sheetIdFrom || !book.getters.isSheetVisible(activeSheet))
    return;
  book.dispatch('ACTIVATE_SHEET', { sheetIdFrom, sheetIdTo: activeSheet });
}

function nameTables({ id, tables }: OpenedSheet, target: FileTarget): void {
  for (const { name, zone } of tables) {
    const table = target.tables.at(id, zone.top, zone.left);
    if (table !== undefined) target.tables.rename(table, name, () => false);
  }
}

/** The grid holds the names of cells by now. */
function noteNames({ names }: OpenedFile, book: Book): void {
  const ofCells: [string, NameNote][] = [];
  const ofFormulas: [string, FormulaName][] = [];
  for (const { name, scope, comment, isHidden, formula, cells, isOfTable } of names) {
    const note = { comment, visible: !isHidden, ...(scope === undefined ? {} : { scope }) };
    if (cells === undefined) ofFormulas.push([formulaKey(name, scope), { ...note, name, formula }]);
    else
      ofCells.push([
        cells.gridName.toUpperCase(),
        {
          ...note,
          ...(cells.gridName === name ? {} : { name }),
          ...(isOfTable ? { tableReference: formula.slice(1) } : {}),
        },
      ]);
  }
  annotateAll(book, 'names', ofCells);
  annotateAll(book, 'formulaNames', ofFormulas);
}

/** Formulas that the grid holds in other words show as they were typed. */
function noteFormulas({ sheets }: OpenedFile, book: Book): void {
  const typed = sheets.flatMap(({ id: sheetId, formulas }) =>
    formulas.flatMap(({ row, col, typed: note, content }): [string, TypedFormula][] => {
      if (content === note.text) return [];
      const cell = book.state.getCell({ sheetId, row, col });
      return cell === undefined ? [] : [[String(cell.id), note]];
    }),
  );
  annotateAll(book, 'typedFormulas', typed);
}

/** Whether the book takes something; what it refuses is reported, and the rest of the file is still opened. */
function isDone(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (refusal) {
    if (refusal instanceof HostError) return false;
    throw refusal;
  }
}

function addValidations({ id, name, validations }: OpenedSheet, target: FileTarget): string[] {
  return validations.filter((rule) => !isDone(() => addValidation(id, rule, target))).map(() => name);
}

function addValidation(
  sheetId: string,
  { zones, criterion, note }: ReadValidation,
  target: FileTarget,
): void {
  const listed = note.listName === undefined ? undefined : target.names.absoluteAddress(note.listName);
  const values = listed === undefined ? criterion.values : [listed];
  target.validations.add(sheetId, zones, { ...criterion, values } as typeof criterion, note);
}

/** @returns whether a password would be needed to unprotect the sheet */
function protect({ id, protection }: OpenedSheet, { book }: FileTarget): boolean {
  if (protection === undefined) return false;
  book.protection.protect(id, protection.options, undefined);
  return protection.hasPassword;
}

function setUpPages(
  { id, name, frame }: OpenedSheet,
  names: readonly ReadName[],
  { book }: FileTarget,
): void {
  const own = names.filter(({ sheetName }) => sheetName === name);
  const setup = readPageSetup(frame, own, book.extent(id));
  if (Object.keys({ ...setup.members, ...setup.areas }).length > 0) changePageSetup(book, id, setup);
}
