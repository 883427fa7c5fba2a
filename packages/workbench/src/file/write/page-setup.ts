import { pageSetupOf, type PageSetup } from '../../book/page-setup';
import {
  type Attributes,
  MARGINS,
  OPTIONS,
  PAGE,
  PAGES,
  POINTS_PER_INCH,
  SIDES,
  marginMember,
} from '../package/print-members';
import type { FileSource } from './sheet-cells';
import { elementsOf, node } from '../package/xml';

/** How a sheet is printed, which the grid does not keep: by members of Excel's PageLayout. */
export function addPageSetup(sheet: Document, sheetId: string, { book }: FileSource): void {
  const setup = pageSetupOf(book, sheetId);
  const root = sheet.documentElement;
  const { fits, scale, across, down } = zoomOf(setup);
  if (fits) propertiesOf(sheet).appendChild(node(sheet, 'pageSetUpPr', { fitToPage: 1 }));
  const parts = {
    printOptions: attributesOf(setup, OPTIONS),
    pageMargins: marginsOf(setup),
    pageSetup: { scale, fitToWidth: across, fitToHeight: down, ...attributesOf(setup, PAGE) },
  };
  for (const [tag, attributes] of Object.entries(parts)) {
    if (Object.values(attributes).some((value) => value !== undefined))
      root.appendChild(node(sheet, tag, attributes));
  }
  const texts = headerFooter(sheet, setup);
  if (texts) root.appendChild(texts);
}

function propertiesOf(sheet: Document): Element {
  const [known] = elementsOf(sheet, 'sheetPr');
  return known ?? (sheet.documentElement.appendChild(node(sheet, 'sheetPr')) as Element);
}

interface Zoom {
  readonly fits: boolean;
  readonly scale: number | undefined;
  /** Pages; 0 for as many as it takes. */
  readonly across: number | undefined;
  readonly down: number | undefined;
}

function zoomOf({ members }: PageSetup): Zoom {
  const zoom = (members['Zoom'] ?? {}) as Readonly<Record<string, number | undefined>>;
  const { scale, horizontalFitToPages: across, verticalFitToPages: down } = zoom;
  const fits = across !== undefined || down !== undefined;
  return { fits, scale, across: fits ? (across ?? 0) : undefined, down: fits ? (down ?? 0) : undefined };
}

function attributesOf(
  { members }: PageSetup,
  attributes: Attributes,
): Record<string, string | number | undefined> {
  const said = Object.entries(attributes).flatMap(([member, [attribute, values]]) => {
    const value = String(members[member] ?? '');
    if (value === '') return [];
    return [[attribute, values === 'as it is' ? value : values[value]] as const];
  });
  const found = Object.fromEntries(said);
  return found['firstPageNumber'] === undefined ? found : { ...found, useFirstPageNumber: 1 };
}

const inches = (points: number): number => Number((points / POINTS_PER_INCH).toFixed(4));

function marginsOf({ members }: PageSetup): Record<string, number> {
  const own = (side: string): unknown => members[marginMember(side)];
  if (Object.keys(MARGINS).every((side) => own(side) === undefined)) return {};
  return Object.fromEntries(
    Object.entries(MARGINS).map(([side, normal]) => [side, inches(Number(own(side) ?? normal))]),
  );
}

function headerFooter(sheet: Document, { texts }: PageSetup): Element | undefined {
  const pages = PAGES[String(texts['State'] ?? 'Default')] ?? {};
  const parts = (['odd', 'even', 'first'] as const).flatMap((kind) =>
    (['Header', 'Footer'] as const).flatMap((place) => {
      const sides = Object.entries(SIDES).map(([side, code]) => {
        const text = String(texts[`${pages[kind] ?? ''}.${side}${place}`] ?? '');
        return text === '' ? '' : code + text;
      });
      return sides.join('') === '' ? [] : [node(sheet, `${kind}${place}`, {}, sides.join(''))];
    }),
  );
  if (parts.length === 0) return undefined;
  const differs = (kind: string): 1 | undefined => (pages[kind] === undefined ? undefined : 1);
  const keeps = (member: string): 0 | undefined => (texts[member] === false ? 0 : undefined);
  return node(
    sheet,
    'headerFooter',
    {
      differentOddEven: differs('even'),
      differentFirst: differs('first'),
      scaleWithDoc: keeps('UseSheetScale'),
      alignWithMargins: keeps('UseSheetMargins'),
    },
    ...parts,
  );
}
