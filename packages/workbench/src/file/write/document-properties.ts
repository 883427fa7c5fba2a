import { DECLARATION } from '../package/xml';

/** Parts of the package that say what wrote the file. */
export const APP_PART = 'docProps/app.xml';

/**
 * LibreOffice believes stored texts only in a file of Excel or of its own, and would show #NAME? for a custom function
 * whose result is a text.
 */
export const APP_PROPERTIES = `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`;

const RELATION =
  '<Relationship Id="rIdApp" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>';
const CONTENT_TYPE =
  '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>';

export const withAppRelation = (rels: string): string =>
  rels.replace('</Relationships>', `${RELATION}</Relationships>`);

export const withAppType = (types: string): string => types.replace('</Types>', `${CONTENT_TYPE}</Types>`);
