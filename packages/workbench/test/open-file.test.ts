import { openHeadless, type Headless } from '../src/headless/headless';
import { downloadXlsx } from '../src/headless/download-xlsx';
import { contoso } from './excel';
import { partsOf } from './xlsx-faults';
import { changed, SHEET, smallParts, withRows, withStyles, WORKBOOK, zipped } from './small-workbook';

const opened: Headless[] = [];
afterEach(() => {
  for (const host of opened.splice(0)) host.close();
});

async function open(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Headless> {
  const host = await openHeadless({ addin: contoso(), file: zipped(parts) });
  opened.push(host);
  await host.idle();
  return host;
}

const read = (host: Headless, address: string, sheet = 'Data') =>
  host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('values,formulas,text');
    await context.sync();
    return { values: range.values, formulas: range.formulas, text: range.text };
  });

const row = (...cells: readonly string[]) =>
  `<row r="1">${cells.map((cell, at) => `<c r="${'ABCDEFGHIJ'[at]}1"${cell}</c>`).join('')}</row>`;

describe('constants', () => {
  test('each kind of value is what the file says, and nothing that it looks like', async () => {
    const host = await open(
      withRows(
        row(
          ' t="inlineStr"><is><t>12</t></is>',
          ' t="inlineStr"><is><t>=1+1</t></is>',
          ' t="inlineStr"><is><t>1/2/2027</t></is>',
          ' t="inlineStr"><is><t>TRUE</t></is>',
          ' t="b"><v>1</v>',
          ' t="e"><v>#N/A</v>',
          '><v>1.5E-300</v>',
          ' t="d"><v>2027-01-31</v>',
          ' t="inlineStr"><is><t>\'quoted</t></is>',
        ),
      ),
    );
    const { values } = await read(host, 'A1:I1');
    expect(values).toEqual([['12', '=1+1', '1/2/2027', 'TRUE', true, '#N/A', 1.5e-300, 46418, "'quoted"]]);
    const { Excel } = host;
    const types = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Data').getRange('A1:I1').load('valueTypes');
      await context.sync();
      return range.valueTypes[0];
    });
    expect(types).toEqual([
      'String',
      'String',
      'String',
      'String',
      'Boolean',
      'Error',
      'Double',
      'Double',
      'String',
    ]);
  });

  test('a text has its runs put together, its signs back and no reading aid', async () => {
    const host = await open(
      withRows(
        row(
          ' t="inlineStr"><is><r><t xml:space="preserve">Kiro </t></r><r><rPr><b/></rPr><t>&amp; Quick</t></r></is>',
          ' t="inlineStr"><is><t>a_x000A_b_x005F_x000A_</t></is>',
          ' t="inlineStr"><is><t>東</t><rPh sb="0" eb="1"><t>ひがし</t></rPh></is>',
          ' t="inlineStr"><is><t><![CDATA[1 < 2 & 3]]></t></is>',
          ' t="str"><v>&#x20AC; &#8364;</v>',
        ),
      ),
    );
    const { values } = await read(host, 'A1:E1');
    expect(values).toEqual([['Kiro & Quick', 'a\nb_x000A_', '東', '1 < 2 & 3', '€ €']]);
  });

  test('places that a writer left out follow the ones before', async () => {
    const host = await open(
      withRows(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row r="3"><c r="C3"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
      ),
    );
    const { values } = await read(host, 'A1:D4');
    expect(values).toEqual([
      [1, 2, '', ''],
      ['', '', '', ''],
      ['', '', 3, 4],
      [5, '', '', ''],
    ]);
  });

  test('number formats that files give by number only are those of Excel', async () => {
    const looks = [0, 10, 14, 44, 49].map(
      (id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0"/>`,
    );
    const cells = row(
      ' s="1"><v>0.5</v>',
      ' s="2"><v>46388</v>',
      ' s="3"><v>-2</v>',
      ' s="4" t="inlineStr"><is><t>007</t></is>',
    );
    const host = await open(withRows(cells, withStyles(looks.join(''))));
    const { text, values } = await read(host, 'A1:D1');
    expect(text).toEqual([['50.00%', '1/1/2027', expect.stringMatching(/2\.00/), '007']]);
    expect(values[0]?.[3]).toBe('007');
  });
});

describe('formulas', () => {
  test('a shared formula reads in each cell as it would after filling', async () => {
    const host = await open(
      withRows(
        '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1+SUM(A$1:A2)+LEN("A1")+LOG10(10)</f><v>0</v></c></row>' +
          '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><f t="shared" si="0"/><v>0</v></c></row>' +
          '<row r="3"><c r="A3"><v>5</v></c><c r="B3"><f t="shared" si="0"/><v>0</v></c></row>',
      ),
    );
    const { formulas, values } = await read(host, 'B1:B3');
    expect(formulas.flat()).toEqual([
      '=A1*$A$1+SUM(A$1:A2)+LEN("A1")+LOG10(10)',
      '=A2*$A$1+SUM(A$1:A3)+LEN("A1")+LOG10(10)',
      '=A3*$A$1+SUM(A$1:A4)+LEN("A1")+LOG10(10)',
    ]);
    expect(values.flat()).toEqual([4 + 5 + 2 + 1, 6 + 10 + 2 + 1, 10 + 10 + 2 + 1]);
  });

  test('what an array fills belongs to it', async () => {
    const host = await open(
      withRows(
        '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">_xlfn.SEQUENCE(3)</f><v>1</v></c><c r="B1"><f>SUM(_xlfn.ANCHORARRAY(A1))</f><v>0</v></c></row>' +
          '<row r="2"><c r="A2"><v>99</v></c></row><row r="3"><c r="A3"><v>99</v></c></row><row r="4"><c r="A4"><v>7</v></c></row>',
      ),
    );
    const { formulas, values } = await read(host, 'A1:B4');
    expect(formulas[0]).toEqual(['=SEQUENCE(3)', '=SUM(A1#)']);
    expect(values.map(([first]) => first)).toEqual([1, 2, 3, 7]);
    expect(values[0]?.[1]).toBe(6);
  });

  test('functions of the add-in come back by the list of their names, and compute', async () => {
    const host = await open(
      withRows(
        row(
          ' cm="1"><f t="array" ref="A1">_xldudf_CONTOSO_TIERED(DATE(1900,3,1),{10,2;100,1})</f><v>0</v>',
          '><f>_xldudf_OTHER_RATE(1)</f><v>3</v>',
          '><f>LEN("_xldudf_CONTOSO_LIST(")</f><v>21</v>',
          '><f>_xlfn.LET(_xlpm.x,2,_xlpm.x*2)</f><v>4</v>',
        ),
      ),
    );
    const { formulas, values } = await read(host, 'A1:D1');
    expect(formulas[0]).toEqual([
      '=CONTOSO.TIERED(DATE(1900,3,1),{10,2;100,1})',
      '=_xldudf_OTHER_RATE(1)',
      '=LEN("_xldudf_CONTOSO_LIST(")',
      '=_xlfn.LET(_xlpm.x,2,_xlpm.x*2)',
    ]);
    expect([values[0]?.[0], values[0]?.[2]]).toEqual([10 * 2 + 51 * 1, 21]);
    expect(host.workbench.leftOut).toEqual(['functions of another add-in: _xldudf_OTHER_RATE']);
    const sheet = partsOf(await downloadXlsx(host.workbench))['xl/worksheets/sheet0.xml'];
    for (const stored of [
      '_xldudf_CONTOSO_TIERED(',
      '_xldudf_OTHER_RATE(1)',
      '_xlfn.LET(_xlpm.x,2,_xlpm.x*2)',
    ])
      expect(sheet).toContain(stored);
  });

  test('one that reads another workbook keeps its last value, and is named', async () => {
    const host = await open(
      withRows(
        row(
          "><f>'[1]Prices 2026'!B2*2</f><v>42</v>",
          '><f>LEN("[1]A")+A1</f><v>46</v>',
          '><f t="array" ref="C1:D1">[1]Plan!A1:B1</f><v>5</v>',
          '><v>6</v>',
        ),
      ),
    );
    const { formulas, values } = await read(host, 'A1:D1');
    expect(values).toEqual([[42, 46, 5, 6]]);
    expect(formulas).toEqual([["='[1]Prices 2026'!B2*2", '=LEN("[1]A")+A1', '=[1]Plan!A1:B1', 6]]);
    const reason = 'the grid has no cells of other workbooks';
    expect((await host.check()).kept).toEqual([
      { sheetName: 'Data', address: 'A1', reason },
      { sheetName: 'Data', address: 'C1', reason },
    ]);
  });
});

describe('the workbook', () => {
  test('names of the workbook and of a sheet come in, also those that stand for no cells', async () => {
    const parts = changed(smallParts(['Rate', 2]), WORKBOOK, (text) =>
      text.replace(
        '<definedNames>',
        '<definedNames><definedName name="Rate" comment="per hour">Data!$A$2</definedName><definedName name="Own" localSheetId="0" hidden="1">Data!$A$1:$A$2</definedName><definedName name="Share">0.2</definedName><definedName name="Gone">#REF!</definedName>',
      ),
    );
    const host = await open(parts);
    const names = await host.Excel.run(async (context) => {
      const all = context.workbook.names.load(
        'items/name,items/formula,items/comment,items/visible,items/scope',
      );
      await context.sync();
      return all.items.map(({ name, formula, comment, visible }) => [name, formula, comment, visible]);
    });
    expect(names).toEqual([
      ['Rate', '=Data!$A$2', 'per hour', true],
      ['Share', '=0.2', '', true],
      ['Gone', '=#REF!', '', true],
    ]);
    expect(host.workbench.leftOut).toEqual([]);
    const { values } = await host.Excel.run(async (context) => {
      const own = context.workbook.worksheets.getItem('Data').names.getItem('Own').getRange().load('values');
      await context.sync();
      return own;
    });
    expect(values).toEqual([['Rate'], [2]]);
  });

  test('elements with a prefix and targets from the root are read', async () => {
    const prefixed = (text: string) =>
      text
        .replace(
          'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
          'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
        )
        .replace(/<(\/?)([a-z]\w*)/gi, '<$1x:$2');
    const parts = changed(changed(smallParts(['a', '=1+1']), SHEET, prefixed), WORKBOOK, prefixed);
    const host = await open(
      changed(parts, 'xl/_rels/workbook.xml.rels', (text) =>
        text.replace('Target="worksheets', 'Target="/xl/worksheets'),
      ),
    );
    expect((await read(host, 'A1:A2')).formulas).toEqual([['a'], ['=1+1']]);
    expect((await read(host, 'A2')).values).toEqual([[2]]);
  });

  test('macros, notes and a sheet of a chart are left out, and said to be', async () => {
    const parts = changed(smallParts(), WORKBOOK, (text) =>
      text.replace('</sheets>', '<sheet name="Diagram" sheetId="9" r:id="rId9"/></sheets>'),
    );
    const related = changed(parts, 'xl/_rels/workbook.xml.rels', (text) =>
      text.replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
      ),
    );
    const host = await open({
      ...related,
      'xl/chartsheets/sheet1.xml': '<chartsheet/>',
      'xl/vbaProject.bin': Uint8Array.from([1, 2]),
      'xl/comments1.xml': '<comments/>',
    });
    expect(host.workbench.leftOut).toEqual([
      'its macros',
      'notes and comments',
      'the sheet "Diagram", which holds no cells',
    ]);
    expect((await read(host, 'A2')).values).toEqual([[1]]);
  });

  test('a list of another sheet in the extension of Excel, and the words of a rule, come in and go out', async () => {
    const rules =
      '<dataValidations count="1"><dataValidation type="whole" operator="greaterThan" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorStyle="warning" errorTitle="Too few" error="At least one &amp; a half" promptTitle="Units" prompt="How many" sqref="B1 B3:B4"><formula1>1</formula1></dataValidation></dataValidations>' +
      '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" showErrorMessage="1"><x14:formula1><xm:f>Data!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>C1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
    const host = await open(
      changed(smallParts(), SHEET, (text) => text.replace('</worksheet>', `${rules}</worksheet>`)),
    );
    const ruleAt = (address: string, of: Headless) =>
      of.Excel.run(async (context) => {
        const rule = context.workbook.worksheets.getItem('Data').getRange(address).dataValidation;
        rule.load('type,rule,errorAlert,prompt,ignoreBlanks');
        await context.sync();
        return rule.toJSON();
      });
    const expected = [
      {
        type: 'WholeNumber',
        rule: { wholeNumber: { formula1: '=1', operator: 'GreaterThan' } },
        ignoreBlanks: true,
        errorAlert: { style: 'Warning', title: 'Too few', message: 'At least one & a half', showAlert: true },
        prompt: { title: 'Units', message: 'How many', showPrompt: true },
      },
      {
        type: 'List',
        rule: { list: { inCellDropDown: true, source: '=Data!$A$1:$A$2' } },
        ignoreBlanks: false,
      },
    ];
    expect([await ruleAt('B4', host), await ruleAt('C1', host)]).toMatchObject(expected);
    const again = await openHeadless({ addin: contoso(), file: await downloadXlsx(host.workbench) });
    opened.push(again);
    expect([await ruleAt('B4', again), await ruleAt('C1', again)]).toMatchObject(expected);
  });

  test('a protected sheet stays protected but for its unlocked cells, and the password is said to be left out', async () => {
    const parts = withStyles(
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyProtection="1"><protection locked="0"/></xf>',
    );
    const host = await open(
      changed(withRows(row('><v>1</v>', ' s="1"><v>2</v>'), parts), SHEET, (text) =>
        text.replace(
          '</sheetData>',
          '</sheetData><sheetProtection password="CC1A" sheet="1" objects="1" formatCells="0"/>',
        ),
      ),
    );
    const write = (address: string) =>
      host.Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Data').getRange(address).values = [[9]];
        await context.sync();
      });
    await expect(write('A1')).rejects.toThrow(/protected/);
    await write('B1');
    expect((await read(host, 'A1:B1')).values).toEqual([[1, 9]]);
    expect(host.workbench.leftOut).toEqual(['the passwords of the protected sheets Data']);
    const options = await host.Excel.run(async (context) => {
      const protection = context.workbook.worksheets.getItem('Data').protection.load('protected,options');
      await context.sync();
      return protection.options;
    });
    expect(options).toMatchObject({ allowFormatCells: true, allowEditObjects: false, allowSort: false });
  });

  test('a named style of the file is there, and cells have it', async () => {
    const parts = withStyles(
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="10" fontId="1" fillId="2" borderId="1" xfId="1"><alignment indent="2"/></xf>',
      {
        fonts: '<font><sz val="10"/></font><font><b/><sz val="12"/><color theme="4"/></font>',
        fills:
          '<fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill>',
        borders: '<border/><border><bottom style="thin"><color rgb="FF112233"/></bottom></border>',
        styleFormats:
          '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="10" fontId="1" fillId="2" borderId="1" applyProtection="0"/>',
        names: '<cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="House input" xfId="1"/>',
      },
    );
    const host = await open(withRows(row(' s="1"><v>0.5</v>'), parts));
    const found = await host.Excel.run(async (context) => {
      const style = context.workbook.styles.getItem('House input');
      style.load('builtIn,numberFormat,includeProtection,includeFont');
      style.font.load('bold,size,color');
      style.fill.load('color');
      const bottom = style.borders.getItem('EdgeBottom').load('style,color');
      const cell = context.workbook.worksheets.getItem('Data').getRange('A1').load('style,text');
      cell.format.load('indentLevel');
      await context.sync();
      return {
        style: [style.builtIn, style.numberFormat, style.includeProtection, style.includeFont],
        font: [style.font.bold, style.font.size, style.font.color],
        fill: style.fill.color,
        bottom: [bottom.style, bottom.color],
        cell: [cell.style, cell.text, cell.format.indentLevel],
      };
    });
    expect(found).toEqual({
      style: [false, '0.00%', false, true],
      // The first accent of the Office theme, which the file does not bring.
      font: [true, 12, '#4472C4'],
      fill: '#FFF2CC',
      bottom: ['Continuous', '#112233'],
      cell: ['House input', [['50.00%']], 2],
    });
  });

  test('hyperlinks to addresses and places come in, out and in again; one that could run something does not', async () => {
    const links =
      '<hyperlinks><hyperlink ref="A1" r:id="a"/><hyperlink ref="A2" location="Data!A1" tooltip="Up"/><hyperlink ref="A3" r:id="b"/></hyperlinks>';
    const parts = changed(smallParts(['source', 'above', 'run']), SHEET, (text) =>
      text.replace('</worksheet>', `${links}</worksheet>`),
    );
    const relation = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/>`;
    const host = await open({
      ...parts,
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('a', 'https://example.com/a?b=1&amp;c=2')}${relation('b', 'javascript:alert(1)')}</Relationships>`,
    });
    const linksIn = (of: Headless) =>
      of.Excel.run(async (context) => {
        const ranges = ['A1', 'A2', 'A3'].map((address) =>
          context.workbook.worksheets.getItem('Data').getRange(address).load('hyperlink,values'),
        );
        await context.sync();
        return ranges.map(({ hyperlink, values }) => [values[0]?.[0], hyperlink]);
      });
    expect(await linksIn(host)).toEqual([
      ['source', { address: 'https://example.com/a?b=1&c=2', textToDisplay: 'source' }],
      ['above', { documentReference: 'Data!A1', screenTip: 'Up', textToDisplay: 'above' }],
      ['run', null],
    ]);
    const again = await openHeadless({ addin: contoso(), file: await downloadXlsx(host.workbench) });
    opened.push(again);
    expect((await linksIn(again)).map(([text, link]) => [text, link !== null])).toEqual([
      ['source', true],
      ['above', true],
      ['run', false],
    ]);
  });
});
