import { changePageSetup } from '../../book/page-setup';
import type { HostContext } from '../../host/context';
import { HostError } from '../../interpreter/host-object';
import { fillCharts } from './fill-charts';
import { fillLinks } from './fill-links';
import { listed } from '../read/left-out';
import type { OpenedFile, OpenedSheet } from '../read/open-file';
import { isBuiltIn, type ReadName } from '../read/read-names';
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
    const lostNames = addNames(file, target);
    for (const sheet of file.sheets) writeFormulas(sheet, target);
    const lostRules = file.sheets.flatMap((sheet) => addValidations(sheet, target));
    for (const sheet of file.sheets) setUpPages(sheet, file.names, target);
    for (const { id, charts } of file.sheets) fillCharts(id, charts, target);
    for (const { id, links } of file.sheets) fillLinks(id, links, target.book);
    const passwords = file.sheets.filter((sheet) => protect(sheet, target)).map(({ name }) => name);
    return [
      ...listed('the passwords of the protected sheets', passwords),
      ...listed('names that stand for no cells here:', lostNames),
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

function addNames({ names, sheets }: OpenedFile, target: FileTarget): string[] {
  const ids = new Map(sheets.map(({ id, name }) => [name, id]));
  return names
    .filter((name) => !isBuiltIn(name))
    .filter(({ name, comment, isHidden, sheetName, refersTo }) => {
      const scope = sheetName === undefined ? undefined : ids.get(sheetName);
      if (sheetName !== undefined && scope === undefined) return true;
      return !isDone(() => {
        target.names.add(name, `=${refersTo}`, comment, scope);
        if (isHidden) target.names.describe(name, { visible: false });
      });
    })
    .map(({ name }) => name);
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

/** The grid has no structured references, and reads some texts and functions otherwise than Excel. */
function writeFormulas({ id: sheetId, formulas }: OpenedSheet, { book, formulas: texts }: FileTarget): void {
  for (const { row, col, formula } of formulas) {
    const position = { sheetId, row, col };
    isDone(() => {
      const content = texts.toGrid(formula, position);
      if (content === formula) return;
      book.dispatch('UPDATE_CELL', { ...position, content });
      texts.remember(position, formula, content);
    });
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
