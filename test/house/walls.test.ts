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
