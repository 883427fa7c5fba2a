import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

const FOLDERS = [
  'base',
  'calc',
  'terms',
  'contract',
  'analysis',
  'functions',
  'workbook',
  'taskpane',
  'commands',
];

/** Who may import whom (ARCHITECTURE.md, "The walls"). A folder that is not named here may be imported by nobody else. */
const MAY_IMPORT = {
  base: [],
  calc: ['base'],
  terms: ['base', 'calc'],
  contract: ['base', 'calc', 'terms'],
  analysis: ['base', 'calc', 'terms', 'contract'],
  functions: ['base', 'calc', 'terms', 'contract', 'analysis'],
  workbook: ['base', 'calc', 'terms', 'contract', 'analysis', 'functions'],
  commands: ['base', 'calc', 'terms', 'contract', 'analysis', 'functions', 'workbook'],
  taskpane: ['base', 'calc', 'terms', 'contract', 'analysis', 'functions', 'workbook', 'commands'],
};

const MAY_NAME_OFFICE = new Set(['workbook', 'commands', 'taskpane']);
const PURE = new Set(['base', 'calc', 'terms', 'contract', 'analysis', 'functions']);

const officeGlobals = ['Excel', 'Office', 'OfficeExtension', 'OfficeRuntime'].map((name) => ({
  name,
  message: 'Only src/workbook, src/commands and src/taskpane may talk to Office.',
}));

const impureGlobals = [
  {
    name: 'Date',
    message: 'Functions have no clock; dates are serial day numbers (src/base/calendar.ts).',
  },
  { name: 'fetch', message: 'Functions have no network.' },
];

const walls = FOLDERS.map((folder) => {
  const closed = FOLDERS.filter((other) => other !== folder && !MAY_IMPORT[folder].includes(other));
  const patterns = [
    {
      regex: `^(\\.\\./)+(${[...closed, 'packages'].join('|')})(/|$)`,
      message: `src/${folder} may not know that folder (ARCHITECTURE.md, "The walls").`,
    },
    { regex: '^office-js-workbench(/|$)', message: 'The add-in knows Excel, and no workbench.' },
  ];
  const paths = [];
  if (folder !== 'base') {
    paths.push({
      name: 'decimal.js',
      message: 'Take Decimal from src/base/decimal.ts: one precision for all.',
    });
  }
  paths.push({ name: '@odoo/o-spreadsheet', message: 'Only the workbench knows the grid.' });
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': ['error', { patterns, paths }],
      'no-restricted-globals': [
        'error',
        ...(MAY_NAME_OFFICE.has(folder) ? [] : officeGlobals),
        ...(PURE.has(folder) ? impureGlobals : []),
      ],
      ...(PURE.has(folder)
        ? {
            'no-restricted-properties': [
              'error',
              { object: 'Math', property: 'random', message: 'Randomness comes from a seed.' },
            ],
          }
        : {}),
    },
  };
});

/** The floors of the workbench (packages/workbench/ARCHITECTURE.md), under the files that put them together. */
const WORKBENCH_MAY_IMPORT = {
  interpreter: [],
  wire: [],
  book: ['interpreter'],
  bridge: ['book'],
  host: ['interpreter', 'wire', 'book', 'bridge'],
  file: ['interpreter', 'book', 'host'],
  headless: ['interpreter', 'wire', 'book', 'bridge', 'host', 'file', 'workbench', 'client'],
  page: ['interpreter', 'wire', 'book', 'bridge', 'host', 'file', 'workbench', 'client'],
};

const NO_ADDIN = {
  regex: '^(\\.\\./)+(src|test|scripts|build)(/|$)',
  message: 'The workbench knows no add-in: it loads a built bundle, as Excel does.',
};

const workbenchWall = (files, ...patterns) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [NO_ADDIN, ...patterns],
        paths: [{ name: 'decimal.js', message: 'The workbench computes no money.' }],
      },
    ],
    'no-restricted-globals': ['error', ...officeGlobals],
  },
});

const workbenchWalls = Object.entries(WORKBENCH_MAY_IMPORT).map(([folder, open]) => {
  const closed = [...Object.keys(WORKBENCH_MAY_IMPORT), 'workbench', 'client'].filter(
    (other) => other !== folder && !open.includes(other),
  );
  return workbenchWall([`packages/workbench/src/${folder}/**/*.ts`], {
    regex: `^(\\.\\./)+(${closed.join('|')})(/|$)`,
    message: `src/${folder} may not know that floor of the workbench (packages/workbench/ARCHITECTURE.md).`,
  });
});

/** The package's other files do not leave it either. */
const insidePackage = (files, levels) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: `^(\\.\\./){${levels},}`, message: NO_ADDIN.message }] },
    ],
  },
});

const officeRules = Object.fromEntries(
  Object.keys(officeAddins.rules ?? {}).map((rule) => [`office-addins/${rule}`, 'error']),
);

export default tseslint.config(
  { ignores: ['**/dist/', 'node_modules/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    // Rules that need the types: a promise that nobody waits for loses its failure, and a kind that a switch forgets is
    // answered with nothing.
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'packages/*/{src,test}/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  ...walls,
  workbenchWall(['packages/workbench/src/**/*.ts']),
  ...workbenchWalls,
  insidePackage(['packages/workbench/test/**/*.ts'], 3),
  insidePackage(['packages/workbench/{bin,scripts}/**'], 2),
  {
    files: [
      'src/workbook/**/*.ts',
      'src/commands/**/*.ts',
      'src/taskpane/**/*.{ts,tsx}',
      'test/workbook/**/*.ts',
    ],
    plugins: { 'office-addins': officeAddins },
    rules: officeRules,
  },
  {
    files: [
      'scripts/**',
      'build/**',
      'packages/*/{bin,scripts}/**',
      '{,packages/*/}*.{js,mjs}',
      'test/**/*.mjs',
    ],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        __filename: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['test/**/*.ts', 'packages/*/test/**/*.ts', 'packages/workbench/src/headless/cells.ts'],
    rules: { 'no-console': 'off' },
  },
  prettier,
);
