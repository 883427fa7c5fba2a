import {
  formatZone,
  intersection,
  isEntireColumn,
  isEntireRow,
  parseZone,
  splitSheetName,
  type Zone,
} from '../book/address';
import type { PageSetup } from '../book/page-setup';
import type { ReadName } from './read-names';
import { attributesOf } from './xml-text';

const ORIENTATIONS: Readonly<Record<string, string>> = { landscape: 'Landscape', portrait: 'Portrait' };

/**
 * How a sheet is printed.
 * @param frame   the sheet without its rows
 * @param names   of the sheet
 * @param extent  of the sheet in the grid
 */
export function readPageSetup(frame: string, names: readonly ReadName[], extent: Zone): PageSetup {
  const setup = attributesOf(/<pageSetup\b[^>]*>/.exec(frame)?.[0] ?? '');
  const fits = /<pageSetUpPr\b[^>]*fitToPage="(?:1|true)"/.test(frame);
  const orientation = ORIENTATIONS[setup['orientation'] ?? ''];
  const zoom = zoomOf(setup, fits);
  const titles = zonesOf(names, '_xlnm.Print_Titles');
  const areas = {
    area: zonesOf(names, '_xlnm.Print_Area'),
    titleRows: titles.filter(isEntireRow),
    titleColumns: titles.filter(isEntireColumn),
  };
  return {
    members: {
      ...(orientation === undefined ? {} : { Orientation: orientation }),
      ...(zoom === undefined ? {} : { Zoom: zoom }),
    },
    texts: {},
    areas: Object.fromEntries(
      Object.entries(areas)
        .filter(([, zones]) => zones.length > 0)
        .map(([kind, zones]) => [kind, zones.map((zone) => formatZone(intersection(zone, extent) ?? zone))]),
    ),
  };
}

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
