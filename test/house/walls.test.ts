import { brokenRules } from './linted';

const IMPORT = 'no-restricted-imports';
const GLOBAL = 'no-restricted-globals';

/** What each file may not say, and the rule that stops it. */
const FORBIDDEN: [file: string, code: string, rule: string][] = [
  ['src/calc/probe.ts', "import '../contract/tiers';", IMPORT],
  ['src/calc/probe.ts', "import '../functions/catalogue';", IMPORT],
  ['src/contract/probe.ts', "import '../functions/boundary';", IMPORT],
  ['src/contract/probe.ts', "import '../analysis/headline';", IMPORT],
  ['src/terms/probe.ts', "import '../analysis/levers/levers';", IMPORT],
  ['src/analysis/probe.ts', "import '../functions/boundary';", IMPORT],
  ['src/analysis/probe.ts', "import '../workbook/terms/read-terms';", IMPORT],
  ['src/contract/probe.ts', "import '../workbook/sample';", IMPORT],
  ['src/functions/probe.ts', "import '../taskpane/pane';", IMPORT],
  ['src/workbook/probe.ts', "import '../../packages/workbench/src/workbench';", IMPORT],
  ['src/taskpane/probe.ts', "import '../../packages/workbench/src/workbench';", IMPORT],
  ['packages/workbench/src/host/probe.ts', "import '../../../../src/functions/catalogue';", IMPORT],
  ['packages/workbench/src/page/probe.ts', "import '../../../../src/workbook/sample';", IMPORT],
  ['packages/workbench/src/headless/probe.ts', "import '../../../../scripts/addin.mjs';", IMPORT],
  ['packages/workbench/test/probe.ts', "import '../../../test/property-seed';", IMPORT],
  ['packages/workbench/scripts/probe.mjs', "import '../../../scripts/ensure.mjs';", IMPORT],
  ['src/taskpane/probe.ts', "import 'office-js-workbench/headless';", IMPORT],
  ['packages/workbench/src/interpreter/probe.ts', "import '../host/range/range';", IMPORT],
  ['packages/workbench/src/wire/probe.ts', "import '../interpreter/members';", IMPORT],
  ['packages/workbench/src/book/probe.ts', "import '../host/workbook';", IMPORT],
  ['packages/workbench/src/book/cells/probe.ts', "import '../../bridge/bridge';", IMPORT],
  ['packages/workbench/src/bridge/probe.ts', "import '../wire/envelope';", IMPORT],
  ['packages/workbench/src/host/range/probe.ts', "import '../../file/package/xml';", IMPORT],
  ['packages/workbench/src/host/probe.ts', "import '../client';", IMPORT],
  ['packages/workbench/src/file/probe.ts', "import '../headless/node-xml';", IMPORT],
  ['packages/workbench/src/file/probe.ts', "import '../workbench';", IMPORT],
  ['packages/workbench/src/headless/probe.ts', "import '../page/part';", IMPORT],
  ['packages/workbench/src/page/probe.ts', "import '../headless/headless';", IMPORT],
  ['packages/workbench/src/book/probe.ts', "import 'decimal.js';", IMPORT],
  ['packages/workbench/src/book/probe.ts', 'export const probe = Excel.run;', GLOBAL],
  ['src/base/probe.ts', "import '../calc/line';", IMPORT],
  ['src/contract/probe.ts', "import 'decimal.js';", IMPORT],
  ['src/workbook/probe.ts', "import '@odoo/o-spreadsheet';", IMPORT],
  ['src/contract/probe.ts', 'export const probe = Excel.run;', GLOBAL],
  ['src/functions/probe.ts', 'export const probe = Office.context;', GLOBAL],
  ['src/contract/probe.ts', 'export const probe = Date.now();', GLOBAL],
  ['src/analysis/probe.ts', 'export const probe = Excel.run;', GLOBAL],
  ['src/contract/probe.ts', 'export const probe = Math.random();', 'no-restricted-properties'],
];

const ALLOWED: [file: string, code: string][] = [
  ['src/functions/probe.ts', "import '../base/calendar';"],
  ['src/analysis/probe.ts', "import '../contract/contract';"],
  ['src/taskpane/probe.ts', "import '../workbook/sample';"],
  ['src/taskpane/probe.ts', "import '../analysis/levers/levers';"],
  ['packages/workbench/src/host/probe.ts', "import '../book/book';"],
  ['packages/workbench/src/file/write/probe.ts', "import '../../host/styles';"],
  ['packages/workbench/src/page/probe.ts', "import '../workbench';"],
  ['packages/workbench/test/file/probe.ts', "import '../../src/workbench';"],
  ['src/workbook/probe.ts', 'export const probe = Excel.run;'],
];

const broken = brokenRules([...FORBIDDEN, ...ALLOWED].map(([file, code]) => [file, code]));

describe('the walls between the folders of src', () => {
  test.each(FORBIDDEN.map((row, index) => [...row, index] as const))(
    '%s may not say %s (%s)',
    (_file, _code, rule, index) => {
      expect(broken[index]).toContain(rule);
    },
  );

  test.each(ALLOWED.map((row, index) => [...row, FORBIDDEN.length + index] as const))(
    '%s may say %s',
    (_file, _code, index) => {
      expect(broken[index]).toEqual([]);
    },
  );
});
