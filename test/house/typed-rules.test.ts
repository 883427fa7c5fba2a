import { brokenRules } from './linted';

const PROMISES = 'async function later(): Promise<number> { return 1; }\n';
const KINDS = "type Kind = 'fee' | 'token';\n";

/** Every kind of file that is linted with types; the linter knows the types of files that are there. */
const FILES = [
  'src/taskpane/shell/model-session.ts',
  'src/taskpane/shell/pane.tsx',
  'packages/workbench/src/workbench.ts',
  'test/house/linted.ts',
];

/** A fault of each kind that takes types to be seen, and how it is written rightly. */
const FAULTS: [rule: string, fault: string, right: string][] = [
  ['no-floating-promises', `${PROMISES} later();`, `${PROMISES} await later();`],
  [
    'no-misused-promises',
    `${PROMISES} [1].forEach(async () => { await later(); });`,
    `${PROMISES} await Promise.all([1].map(() => later()));`,
  ],
  ['await-thenable', 'await 1;', `${PROMISES} await later();`],
  [
    'switch-exhaustiveness-check',
    `${KINDS} export function word(kind: Kind) { switch (kind) { case 'fee': return 'Fee'; } return ''; }`,
    `${KINDS} export function word(kind: Kind) { switch (kind) { case 'fee': return 'Fee'; case 'token': return 'Token'; } }`,
  ],
];

const asModule = (code: string) => `${code}\nexport {};`;

const ROWS = FILES.flatMap((file) => FAULTS.map(([rule, fault, right]) => ({ file, rule, fault, right })));

const broken = brokenRules(
  ROWS.flatMap(({ file, fault, right }) => [
    [file, asModule(fault)] as const,
    [file, asModule(right)] as const,
  ]),
);

describe('rules that know types', () => {
  test.each(ROWS.map((row, index) => ({ ...row, index })))('$rule is kept in $file', ({ rule, index }) => {
    expect(broken[2 * index]).toContain(`@typescript-eslint/${rule}`);
    expect(broken[2 * index + 1]).toEqual([]);
  });
});
