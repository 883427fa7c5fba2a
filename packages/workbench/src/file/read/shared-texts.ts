import { plainXml, unescaped, withSigns } from '../package/xml-text';

const ITEM = /<si\b[^>]*?(?:\/>|>([^<]*(?:<(?!\/?si[\s>/])[^<]*)*)<\/si>)/g;
/** How a text is read aloud, which is no part of it. */
const PHONETIC = /<rPh\b[^]*?<\/rPh>/g;
const RUN = /<t\b([^>]*?)(?:\/>|>([^]*?)<\/t>)/g;

/** The texts of a workbook, in the order in which cells refer to them; looks within a text go. */
export const readSharedTexts = (part: string): string[] =>
  [...plainXml(part).matchAll(ITEM)].map(([, item = '']) => readText(item));

/** The runs of a text put together. */
export const readText = (item: string): string =>
  [...item.replace(PHONETIC, '').matchAll(RUN)]
    .map(([, , text = '']) => withSigns(unescaped(text)).replaceAll('\r\n', '\n'))
    .join('');
