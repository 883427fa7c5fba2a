import type { CellLook } from '../../book/looks/cell-look';
import { includes, LOOKS_BY_PART, type CellStyle, type StylePart } from '../../book/looks/cell-styles';
import { NORMAL, type CellFormats, type StyledFormat } from './cell-formats';
import { BUILT_IN } from '../read/read-styles';
import type { FileSource } from './sheet-cells';
import { elementsOf, node } from '../package/xml';

/** Parts of a format that refer to a list of the file. */
const REFERENCES = {
  Number: { id: 'numFmtId', applied: 'applyNumberFormat' },
  Font: { id: 'fontId', applied: 'applyFont' },
  Patterns: { id: 'fillId', applied: 'applyFill' },
  Border: { id: 'borderId', applied: 'applyBorder' },
} as const satisfies Partial<Record<StylePart, object>>;

type Reference = keyof typeof REFERENCES;

const PARTS = Object.keys(REFERENCES) as Reference[];

/** Excel's own styles have numbers in a file. */
const BUILT_IN_IDS: Readonly<Record<string, number>> = {
  Normal: 0,
  Comma: 3,
  Currency: 4,
  Percent: 5,
  Hyperlink: 8,
  'Followed Hyperlink': 9,
  Note: 10,
  'Warning Text': 11,
  Title: 15,
  'Heading 1': 16,
  'Heading 2': 17,
  'Heading 3': 18,
  'Heading 4': 19,
  Input: 20,
  Output: 21,
  Calculation: 22,
  'Check Cell': 23,
  'Linked Cell': 24,
  Total: 25,
  Good: 26,
  Bad: 27,
  Neutral: 28,
  'Explanatory Text': 53,
};

/** A style in the file. */
interface StyleInFile {
  readonly style: CellStyle;
  readonly place: number;
  readonly ids: Readonly<Record<Reference, string>>;
}

/** Formats of the grid that its export writes as one of Excel's own, by the number of that. */
const WRITTEN_AS_BUILT_IN: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,#00',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  19: 'hh:mm:ss a',
  49: '@',
};

/** Excel's number formats in place of those that the grid shows instead. */
export function restoreNumberFormats(part: Document, { book }: FileSource): void {
  const numbers = new Map<string, string>();
  let next = FIRST_OWN_FORMAT;
  for (const format of elementsOf(part, 'numFmt')) {
    const id = format.getAttribute('numFmtId') ?? '';
    const code = book.formats.excelFormat(format.getAttribute('formatCode') ?? '');
    const own = NUMBERS_OF_EXCEL[code];
    if (own === undefined) {
      numbers.set(id, String(next));
      format.setAttribute('numFmtId', String(next));
      format.setAttribute('formatCode', code);
      next += 1;
    } else {
      numbers.set(id, own);
      leaveOut(format);
    }
  }
  if (numbers.size > 0) count(listOf(part, 'numFmts'));
  for (const xf of elementsOf(listOf(part, 'cellXfs'), 'xf')) {
    const id = xf.getAttribute('numFmtId') ?? '0';
    const inGrid = WRITTEN_AS_BUILT_IN[id];
    const code = inGrid === undefined ? undefined : book.formats.excelFormat(inGrid);
    const number =
      code !== undefined && code !== BUILT_IN[Number(id)]
        ? numberFormatId(part, code)
        : (numbers.get(id) ?? id);
    xf.setAttribute('numFmtId', number);
    if (number === '0') xf.setAttribute('applyNumberFormat', '0');
  }
}

/**
 * Leaves one of the formats that are equal: the grid keeps a format apart that is stated from one that is not, and both
 * are General in the file.
 * @returns the place of each format of the export in the file
 */
export function mergeEqualFormats(part: Document): number[] {
  const places = new Map<string, number>();
  const list = listOf(part, 'cellXfs');
  const merged = elementsOf(list, 'xf').map((xf) => {
    const key = keyOf(xf);
    const known = places.get(key);
    if (known === undefined) places.set(key, places.size);
    else leaveOut(xf);
    return known ?? places.size - 1;
  });
  for (const child of Array.from(list.childNodes)) if (child.nodeType === 3) list.removeChild(child);
  count(list);
  return merged;
}

/** With the blanks that part it from its neighbour, so that a file reads as if it had never been there. */
function leaveOut(element: Element): void {
  const blanks = isFollowed(element) ? element.nextSibling : element.previousSibling;
  if (blanks?.nodeType === 3 && blanks.nodeValue?.trim() === '') blanks.parentNode?.removeChild(blanks);
  element.parentNode?.removeChild(element);
}

function isFollowed(element: Element): boolean {
  for (let next = element.nextSibling; next; next = next.nextSibling) if (next.nodeType === 1) return true;
  return false;
}

/** The same for elements that say the same. */
function keyOf(element: Element): string {
  const attributes = Array.from(element.attributes, ({ name, value }) => `${name}="${value}"`).sort();
  const parts = Array.from(element.childNodes).flatMap((child) =>
    child.nodeType === 1 ? [keyOf(child as Element)] : [],
  );
  return `<${element.nodeName} ${attributes.join(' ')}>${parts.join('')}</>`;
}

/** What a file must not spell out. */
const NUMBERS_OF_EXCEL: Readonly<Record<string, string>> = { General: '0', '@': '49' };

/** Adds the workbook's named styles, and the formats of the cells that have them. */
export function addNamedStyles(part: Document, formats: CellFormats, source: FileSource): void {
  const known = stylesToWrite(formats, source).map((style, place) => inFile(part, style, place));
  const [normal] = known;
  if (normal === undefined) throw new Error('A workbook without the style Normal cannot be saved.');
  const cells = listOf(part, 'cellXfs');
  const exported = elementsOf(cells, 'xf');
  const added = formats.added.map((styled) => {
    const base = exported[styled.format];
    const own = known.find(({ style }) => style.name === styled.styleName) ?? normal;
    if (base === undefined) throw new Error(`The grid's export has no format ${styled.format}.`);
    return styledFormat(base, styled, own);
  });
  for (const xf of exported) refer(xf, normal);
  for (const xf of added) cells.appendChild(xf);
  count(cells);
  const styleFormats = known.map((each) => styleFormat(part, each));
  part.documentElement.insertBefore(
    node(part, 'cellStyleXfs', { count: known.length }, ...styleFormats),
    cells,
  );
  part.documentElement.insertBefore(
    node(part, 'cellStyles', { count: known.length }, ...known.map((each) => named(part, each))),
    cells.nextSibling,
  );
  const [own] = elementsOf(part, 'numFmts');
  if (own !== undefined && elementsOf(own, 'numFmt').length === 0) own.parentNode?.removeChild(own);
}

/** Normal first, then those that are not Excel's own, and of Excel's own those that cells have or that were changed. */
function stylesToWrite({ added }: CellFormats, { styles }: FileSource): CellStyle[] {
  const used = new Set(added.map(({ styleName }) => styleName));
  const all = styles.all();
  const isNormal = ({ name }: CellStyle): boolean => name === NORMAL;
  return [
    ...all.filter(isNormal),
    ...all.filter(
      (style) => !isNormal(style) && (!style.isBuiltIn || used.has(style.name) || styles.isChanged(style)),
    ),
  ];
}

function inFile(part: Document, style: CellStyle, place: number): StyleInFile {
  const has = (reference: Reference): boolean => includes(style, reference);
  return {
    style,
    place,
    ids: {
      Number: has('Number') ? numberFormatId(part, style.numberFormat) : '0',
      Font: has('Font') && says(style.look, 'Font') ? addTo(part, 'fonts', fontOf(part, style.look)) : '0',
      Patterns:
        has('Patterns') && style.look.fillColor ? addTo(part, 'fills', fillOf(part, style.look)) : '0',
      Border:
        has('Border') && Object.keys(style.borders).length > 0
          ? addTo(part, 'borders', borderOf(part, style))
          : '0',
    },
  };
}

const says = (look: CellLook, part: StylePart): boolean =>
  LOOKS_BY_PART[part].some((key) => look[key] !== undefined);

/** In a style's own format a part counts unless it says otherwise; in a cell's it counts where it says so. */
function styleFormat(part: Document, { style, ids }: StyleInFile): Element {
  const xf = node(part, 'xf');
  for (const reference of PARTS) {
    const { id, applied } = REFERENCES[reference];
    xf.setAttribute(id, ids[reference]);
    if (!includes(style, reference)) xf.setAttribute(applied, '0');
  }
  for (const other of ['Alignment', 'Protection'] as const) {
    if (!includes(style, other)) xf.setAttribute(`apply${other}`, '0');
  }
  const alignment = alignmentOf(part, style);
  if (alignment) xf.appendChild(alignment);
  return xf;
}

function alignmentOf(part: Document, style: CellStyle): Element | undefined {
  const { align, verticalAlign, wrapping } = style.look;
  if (!includes(style, 'Alignment') || !says(style.look, 'Alignment')) return undefined;
  return node(part, 'alignment', {
    horizontal: align,
    vertical: verticalAlign === 'middle' ? 'center' : verticalAlign,
    wrapText: wrapping === 'wrap' ? 1 : undefined,
  });
}

function named(part: Document, { style: { name, isBuiltIn }, place }: StyleInFile): Element {
  return node(part, 'cellStyle', {
    name,
    xfId: place,
    builtinId: isBuiltIn ? BUILT_IN_IDS[name] : undefined,
  });
}

/** The format of cells that have a style: its parts where they look as it says, their own where they do not. */
function styledFormat(base: Element, { look }: StyledFormat, own: StyleInFile): Element {
  const xf = base.cloneNode(true) as Element;
  for (const reference of ['Font', 'Patterns'] as const) {
    const follows = LOOKS_BY_PART[reference].every((key) => isSame(look[key], own.style.look[key]));
    if (follows && includes(own.style, reference))
      xf.setAttribute(REFERENCES[reference].id, own.ids[reference]);
  }
  refer(xf, own);
  return xf;
}

/** What is off counts as not said. */
const isSame = (a: unknown, b: unknown): boolean => (a || undefined) === (b || undefined);

/** Says both which parts are the cells' own and which are not: LibreOffice takes what is not said for their own. */
function refer(xf: Element, { place, ids }: StyleInFile): void {
  xf.setAttribute('xfId', String(place));
  for (const reference of PARTS) {
    const { id, applied } = REFERENCES[reference];
    xf.setAttribute(applied, xf.getAttribute(id) === ids[reference] ? '0' : '1');
  }
}

/** As the default font, with what a style says of it. */
function fontOf(
  part: Document,
  { bold, italic, strikethrough, underline, fontSize, textColor }: CellLook,
): Element {
  const [first] = elementsOf(listOf(part, 'fonts'), 'font');
  if (first === undefined) throw new Error("The grid's export has no default font.");
  const font = first.cloneNode(true) as Element;
  const [size] = elementsOf(font, 'sz');
  const [color] = elementsOf(font, 'color');
  if (fontSize !== undefined) size?.setAttribute('val', String(fontSize));
  if (textColor) color?.setAttribute('rgb', hex(textColor));
  const marks = { b: bold, i: italic, strike: strikethrough, u: underline };
  const start = font.firstChild;
  for (const [tag, isOn] of Object.entries(marks)) if (isOn) font.insertBefore(node(part, tag), start);
  return font;
}

const fillOf = (part: Document, { fillColor = '' }: CellLook): Element =>
  node(
    part,
    'fill',
    {},
    node(
      part,
      'patternFill',
      { patternType: 'solid' },
      node(part, 'fgColor', { rgb: hex(fillColor) }),
      node(part, 'bgColor', { indexed: 64 }),
    ),
  );

function borderOf(part: Document, { borders }: CellStyle): Element {
  const sides = Object.values(borders);
  return node(
    part,
    'border',
    {},
    ...['left', 'right', 'top', 'bottom', 'diagonal'].map((tag) => {
      const side = sides.find(({ position }) => position === tag);
      return side === undefined
        ? node(part, tag)
        : node(part, tag, { style: side.style }, node(part, 'color', { rgb: hex(side.color) }));
    }),
  );
}

const hex = (color: string): string => color.replace('#', '').toUpperCase();

/** Numbers from here on are the file's own formats. */
const FIRST_OWN_FORMAT = 164;

function numberFormatId(part: Document, code = 'General'): string {
  if (code === 'General') return '0';
  const formats = elementsOf(part, 'numFmt');
  const known = formats.find((format) => format.getAttribute('formatCode') === code);
  if (known) return known.getAttribute('numFmtId') ?? '0';
  const numFmtId = FIRST_OWN_FORMAT + formats.length;
  addTo(part, 'numFmts', node(part, 'numFmt', { numFmtId, formatCode: code }));
  return String(numFmtId);
}

/** @returns the place of the new entry */
function addTo(part: Document, list: string, entry: Element): string {
  const parent = listOf(part, list);
  parent.appendChild(entry);
  return String(count(parent) - 1);
}

function count(list: Element): number {
  const { length } = Array.from(list.childNodes).filter((child) => child.nodeType === 1);
  list.setAttribute('count', String(length));
  return length;
}

function listOf(part: Document, tag: string): Element {
  const [list] = elementsOf(part, tag);
  if (list === undefined) throw new Error(`The grid's export has no list ${tag} of styles.`);
  return list;
}
