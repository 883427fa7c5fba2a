import {
  formatZone,
  intersection,
  isEntireColumn,
  isEntireRow,
  parseZone,
  splitSheetName,
  type Zone,
} from '../../book/address';
import type { PageSetup } from '../../book/page-setup';
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
import type { ReadName } from './read-names';
import { attributesOf, unescaped } from '../package/xml-text';

/**
 * How a sheet is printed.
 * @param frame   the sheet without its rows
 * @param names   of the sheet
 * @param extent  of the sheet in the grid
 */
export function readPageSetup(frame: string, names: readonly ReadName[], extent: Zone): PageSetup {
  const tag = (name: string): Said => attributesOf(new RegExp(`<${name}\\b[^>]*>`).exec(frame)?.[0] ?? '');
  const setup = tag('pageSetup');
  const fits = /<pageSetUpPr\b[^>]*fitToPage="(?:1|true)"/.test(frame);
  const zoom = zoomOf(setup, fits);
  const titles = zonesOf(names, '_xlnm.Print_Titles');
  const areas = {
    area: zonesOf(names, '_xlnm.Print_Area'),
    titleRows: titles.filter(isEntireRow),
    titleColumns: titles.filter(isEntireColumn),
  };
  return {
    members: {
      ...membersOf(tag('printOptions'), OPTIONS),
      ...marginsOf(tag('pageMargins')),
      ...membersOf(setup, PAGE),
      ...(zoom === undefined ? {} : { Zoom: zoom }),
    },
    texts: textsOf(/<headerFooter\b[\s\S]*<\/headerFooter>/.exec(frame)?.[0] ?? ''),
    areas: Object.fromEntries(
      Object.entries(areas)
        .filter(([, zones]) => zones.length > 0)
        .map(([kind, zones]) => [kind, zones.map((zone) => formatZone(intersection(zone, extent) ?? zone))]),
    ),
  };
}

type Said = Readonly<Record<string, string | undefined>>;

const isYes = (said: string | undefined): boolean => said === '1' || said === 'true';

function membersOf(said: Said, attributes: Attributes): Record<string, unknown> {
  const found = Object.entries(attributes).flatMap(([member, [attribute, values]]): [string, unknown][] => {
    const value = said[attribute];
    if (value === undefined) return [];
    if (values === 'as it is') return isYes(said['useFirstPageNumber']) ? [[member, Number(value)]] : [];
    if ('true' in values) return isYes(value) ? [[member, true]] : [];
    const named = Object.entries(values).find(([, written]) => String(written) === value);
    return named === undefined ? [] : [[member, named[0]]];
  });
  return Object.fromEntries(found);
}

function marginsOf(said: Said): Record<string, number> {
  const found = Object.keys(MARGINS).flatMap((side) => {
    const inches = Number(said[side] ?? Number.NaN);
    return Number.isFinite(inches)
      ? [[marginMember(side), Number((inches * POINTS_PER_INCH).toFixed(4))] as const]
      : [];
  });
  return Object.fromEntries(found);
}

/** Text before the first mark of a side stands in the middle. */
const SIDE = /&([LCR])((?:&&|(?!&[LCR])[\s\S])*)/g;

function textsOf(element: string): Record<string, unknown> {
  if (element === '') return {};
  const said = attributesOf(/<headerFooter\b[^>]*>/.exec(element)?.[0] ?? '');
  const state = `${isYes(said['differentFirst']) ? 'First' : ''}${isYes(said['differentOddEven']) ? 'Odd' : ''}`;
  const [name, pages] = Object.entries(PAGES).find(([, kinds]) => stateOf(kinds) === state) ?? [
    'Default',
    {},
  ];
  const texts: Record<string, unknown> = name === 'Default' ? {} : { State: name };
  for (const [, kind = '', place = '', text = ''] of element.matchAll(
    /<(odd|even|first)(Header|Footer)\b[^>]*>([\s\S]*?)<\/\1\2>/g,
  )) {
    for (const [, side = '', part = ''] of `&C${unescaped(text)}`.matchAll(SIDE)) {
      const [where] = Object.entries(SIDES).find(([, code]) => code === `&${side}`) ?? [];
      if (part !== '' && pages[kind] !== undefined) texts[`${pages[kind]}.${where}${place}`] = part;
    }
  }
  if (said['scaleWithDoc'] === '0') texts['UseSheetScale'] = false;
  if (said['alignWithMargins'] === '0') texts['UseSheetMargins'] = false;
  return texts;
}

const stateOf = (kinds: Readonly<Record<string, string>>): string =>
  `${kinds['first'] === undefined ? '' : 'First'}${kinds['even'] === undefined ? '' : 'Odd'}`;

/** 0 pages across or down: as many as there are. */
function zoomOf(setup: Readonly<Record<string, string | undefined>>, fits: boolean): object | undefined {
  if (!fits) return setup['scale'] === undefined ? undefined : { scale: Number(setup['scale']) };
  return {
    horizontalFitToPages: Number(setup['fitToWidth'] ?? 1),
    verticalFitToPages: Number(setup['fitToHeight'] ?? 1),
  };
}

const zonesOf = (names: readonly ReadName[], wanted: string): Zone[] =>
  names
    .filter(({ name }) => name === wanted)
    .flatMap(({ refersTo }) => refersTo.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [])
    .flatMap((part) => {
      const zone = parseZone(splitSheetName(part.trim()).address);
      return zone === undefined ? [] : [zone];
    });
