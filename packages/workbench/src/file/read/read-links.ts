import { parseZone, type Zone } from '../../book/address';
import type { CellLink } from '../../book/looks/cell-look';
import { relationsOf, type Package } from '../package/package-parts';
import { attributesOf } from '../package/xml-text';

/** A hyperlink as a file stores it. */
export interface ReadLink {
  readonly zone: Zone;
  readonly link: CellLink;
}

/** Where a link may lead: others could run something. */
const ALLOWED = /^(?:https?|mailto):/i;

/** @param frame  the sheet without its rows */
export function readLinks(file: Package, sheetPath: string, frame: string): ReadLink[] {
  const targets = new Map(relationsOf(file, sheetPath).map(({ id, target }) => [id, target]));
  return [...frame.matchAll(/<hyperlink\b[^>]*>/g)].flatMap(([tag]) => {
    const attributes = attributesOf(tag);
    const { ref = '', location, tooltip } = attributes;
    const address = targets.get(attributes['r:id'] ?? '');
    const zone = parseZone(ref);
    const isAllowed = address === undefined ? location !== undefined : ALLOWED.test(address);
    if (zone === undefined || !isAllowed) return [];
    const place =
      address === undefined
        ? { documentReference: location ?? '' }
        : { address: location === undefined ? address : `${address}#${location}` };
    return { zone, link: { ...place, ...(tooltip === undefined ? {} : { screenTip: tooltip }) } };
  });
}
