import { relationsOf, type Package, type Relation } from '../package/package-parts';
import { UnreadableFile } from '../package/unreadable-file';
import { elementsOf, type Xml } from '../package/xml';

/** A sheet of cells, by its tab. */
export interface SheetPlace {
  readonly name: string;
  /** The path of its part. */
  readonly path: string;
}

/** What a workbook's first part says of the others. */
export interface ReadWorkbook {
  readonly path: string;
  readonly document: Document;
  /** In the order of the tabs. */
  readonly sheets: readonly SheetPlace[];
  /** The sheets that are not read, and what they hold: a chart, a dialog, macros. */
  readonly otherSheets: readonly { readonly name: string; readonly holds: string }[];
  /** The position of each sheet, with cells or not, as defined names count them: its name. */
  readonly tabs: readonly string[];
  /** The tab that is shown; undefined for one without cells. */
  readonly activeSheet: string | undefined;
  /** The part of the kind that the workbook refers to, e.g. styles. */
  part(type: string): string | undefined;
}

/** The path of the part that lists the sheets. */
export const workbookPath = (file: Package): string =>
  relationsOf(file, '').find(({ type }) => type === 'officeDocument')?.target ?? '';

export function readWorkbook(file: Package, xml: Xml): ReadWorkbook {
  const path = workbookPath(file);
  const text = file.parts.get(path);
  if (text === undefined || !/<workbook\b/.test(text))
    throw new UnreadableFile('is no Excel workbook: the part that lists its sheets is missing.');
  const document = parsed(xml, path, text);
  const relations = relationsOf(file, path);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const tabs = elementsOf(document, 'sheet').map((sheet) => ({
    name: sheet.getAttribute('name') ?? '',
    relation: byId.get(sheet.getAttribute('r:id') ?? ''),
  }));
  const sheets = tabs.flatMap(({ name, relation }) =>
    isCells(relation, file) ? [{ name, path: relation.target }] : [],
  );
  if (sheets.length === 0) throw new UnreadableFile('has no sheet with cells.');
  return {
    path,
    document,
    sheets,
    otherSheets: tabs
      .filter(({ relation }) => !isCells(relation, file))
      .map(({ name, relation }) => ({ name, holds: CONTENTS[relation?.type ?? ''] ?? 'no cells' })),
    tabs: tabs.map(({ name }) => name),
    activeSheet: tabs[Number(elementsOf(document, 'workbookView')[0]?.getAttribute('activeTab') ?? 0)]?.name,
    part: (type) => relations.find((relation) => relation.type === type)?.target,
  };
}

const CONTENTS: Readonly<Record<string, string>> = {
  xlMacrosheet: 'macros of Excel 4',
  xlIntlMacrosheet: 'macros of Excel 4',
  dialogsheet: 'a dialog',
};

const isCells = (relation: Relation | undefined, { parts }: Package): relation is Relation =>
  relation?.type === 'worksheet' && parts.has(relation.target);

/** A part as a tree. */
export function parsed(xml: Xml, path: string, text: string): Document {
  try {
    const document = xml.parse(text);
    // A browser answers with the error as a document.
    if (elementsOf(document, 'parsererror').length === 0) return document;
  } catch {
    // The sentence below says it.
  }
  throw new UnreadableFile(`is damaged: its part ${path} cannot be read.`);
}
