import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/** Contents of one sheet by address: a value, or a formula with its =. */
export type Sheet = Readonly<Record<string, number | string | boolean>>;

/** The least .xlsx file that a spreadsheet program opens: sheets S1, S2, … with inline values and formulas without caches. */
function plainWorkbook(sheets: readonly Sheet[]): Buffer {
  const part = (name: string, text: string) => ({ name, body: Buffer.from(`<?xml version="1.0"?>${text}`) });
  const office = 'http://schemas.openxmlformats.org';
  const main = `${office}/spreadsheetml/2006/main`;
  const links = `${office}/officeDocument/2006/relationships`;
  const numbers = sheets.map((_, index) => index + 1);
  const typeOf = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return stored([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${typeOf('/xl/workbook.xml', 'sheet.main')}${numbers.map((n) => typeOf(`/xl/s${n}.xml`, 'worksheet')).join('')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${links}"><sheets>${numbers.map((n) => `<sheet name="S${n}" sheetId="${n}" r:id="r${n}"/>`).join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${office}/package/2006/relationships">${numbers.map((n) => `<Relationship Id="r${n}" Type="${links}/worksheet" Target="s${n}.xml"/>`).join('')}</Relationships>`,
    ),
    ...sheets.map((sheet, index) =>
      part(
        `xl/s${index + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${rowsOf(sheet)}</sheetData></worksheet>`,
      ),
    ),
  ]);
}

function rowsOf(sheet: Sheet): string {
  const rows = new Map<number, [string, number | string | boolean][]>();
  for (const [address, content] of Object.entries(sheet)) {
    const row = Number(/\d+/.exec(address)?.[0]);
    rows.set(row, [...(rows.get(row) ?? []), [address, content]]);
  }
  const order = (address: string) => address.replace(/\d+/, '').padStart(3);
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const sorted = cells.sort(([a], [b]) => (order(a) < order(b) ? -1 : 1));
      return `<row r="${row}">${sorted.map(([address, content]) => cellOf(address, content)).join('')}</row>`;
    })
    .join('');
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function cellOf(address: string, content: number | string | boolean): string {
  if (typeof content === 'number') return `<c r="${address}"><v>${content}</v></c>`;
  if (typeof content === 'boolean') return `<c r="${address}" t="b"><v>${Number(content)}</v></c>`;
  if (content.startsWith('=')) return `<c r="${address}"><f>${escaped(content.slice(1))}</f></c>`;
  return `<c r="${address}" t="inlineStr"><is><t>${escaped(content)}</t></is></c>`;
}

/** A zip file whose parts are not compressed. */
function stored(parts: readonly { readonly name: string; readonly body: Buffer }[]): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body } of parts) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), body]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name)]));
    chunks.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, list, end]);
}

const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** Opens the file, works on it, and answers for each cell. @param work what comes before the cells are read */
const reader = (work: string, answer: string): string => `
import json, subprocess, sys, time, uno
from com.sun.star.beans import PropertyValue
folder = sys.argv[1]
pipe = 'plain%d' % __import__('os').getpid()
office = subprocess.Popen(['soffice', '-env:UserInstallation=file://' + folder + '/profile', '--headless', '--norestore', '--accept=pipe,name=%s;urp;' % pipe])
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
for attempt in range(240):
    try:
        context = resolver.resolve('uno:pipe,name=%s;urp;StarOffice.ComponentContext' % pipe)
        break
    except Exception:
        if office.poll() is not None:
            office = subprocess.Popen(office.args)
        time.sleep(0.25)
desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
hidden = PropertyValue(); hidden.Name = 'Hidden'; hidden.Value = True
book = desktop.loadComponentFromURL('file://' + folder + '/book.xlsx', '_blank', 0, (hidden,))
wanted = json.load(open(folder + '/wanted.json'))
${work}
answers = []
for sheet, address in wanted:
    cell = book.Sheets.getByName(sheet).getCellRangeByName(address)
    answers.append(${answer})
json.dump(answers, open(folder + '/answers.json', 'w'))
book.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait()
`;

/** As doubles: a conversion to text would round them. */
const VALUES = reader('', "{'error': cell.getError()} if cell.getError() else cell.getValue()");

export type Answer = number | { readonly error: number };

export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** What LibreOffice makes of the cells, in one run, everything computed anew. */
export function computedByLibreOffice(
  sheets: readonly Sheet[],
  wanted: readonly (readonly [sheet: number, address: string])[],
): Answer[] {
  return fileInLibreOffice(
    plainWorkbook(sheets),
    wanted.map(([sheet, address]) => [`S${sheet + 1}`, address] as const),
  );
}

/** The same for a file that something else has written. */
export const fileInLibreOffice = (
  file: Uint8Array,
  wanted: readonly (readonly [sheet: string, address: string])[],
): Answer[] => answersOf<Answer>(file, wanted, VALUES);

/** How LibreOffice shows a cell; colours as numbers, -1 for none. */
export interface ShownStyle {
  readonly style: string;
  readonly colour: number;
  readonly fill: number;
  readonly isBold: boolean;
}

/** @param repainted a style that gets another fill in LibreOffice before the cells are read */
export function stylesInLibreOffice(
  file: Uint8Array,
  wanted: readonly (readonly [sheet: string, address: string])[],
  repainted?: { readonly style: string; readonly fill: number },
): ShownStyle[] {
  const work = repainted
    ? `book.StyleFamilies.getByName('CellStyles').getByName('${repainted.style}').CellBackColor = ${repainted.fill}`
    : '';
  const answer =
    "{'style': cell.CellStyle, 'colour': cell.CharColor, 'fill': cell.CellBackColor, 'isBold': cell.CharWeight > 100}";
  return answersOf<ShownStyle>(file, wanted, reader(work, answer));
}

function answersOf<T>(
  file: Uint8Array,
  wanted: readonly (readonly [sheet: string, address: string])[],
  program: string,
): T[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'plain-'));
  try {
    mkdirSync(path.join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
    writeFileSync(path.join(folder, 'book.xlsx'), file);
    writeFileSync(path.join(folder, 'wanted.json'), JSON.stringify(wanted));
    const run = spawnSync('/usr/bin/python3', ['-c', program, folder], {
      encoding: 'utf8',
      timeout: 150_000,
    });
    if (run.status !== 0) throw new Error(`LibreOffice did not answer: ${run.stderr}`);
    return JSON.parse(readFileSync(path.join(folder, 'answers.json'), 'utf8')) as T[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
