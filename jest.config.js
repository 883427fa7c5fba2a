const project = (name, folders, more = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/${folder}/**/*.test.{ts,tsx}`),
  transform: {
    '\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  ...more,
});

const inTest = (...folders) => folders.map((folder) => `test/${folder}`);

/**
 * unit: pure code, no Office, no build.
 * workbench: the package that runs any add-in without Excel, on add-ins of its own.
 * host: the built bundle and the code that calls Excel.run, on office.js and the workbench's host, in Node.
 * libreoffice: native formulas and files, read by LibreOffice and a validator; skipped on a machine without LibreOffice.
 * browser: the workbench and the pane in Chromium.
 */
module.exports = {
  projects: [
    project(
      'unit',
      inTest(
        'base',
        'calc',
        'terms',
        'contract',
        'functions',
        'manifest',
        'cases',
        'house',
        'analysis',
        'taskpane',
      ),
      {
        setupFiles: ['<rootDir>/test/property-seed.ts'],
      },
    ),
    '<rootDir>/packages/workbench',
    project('host', inTest('workbook', 'commands', 'examples')),
    project('libreoffice', inTest('libreoffice'), { setupFiles: ['<rootDir>/test/property-seed.ts'] }),
    project('browser', inTest('browser'), {
      globalSetup: '<rootDir>/test/browser/setup.mjs',
      setupFilesAfterEnv: ['<rootDir>/test/browser/time-limit.ts'],
    }),
  ],
  // A busy machine takes its time; nothing is measured here.
  testTimeout: 600000,
};
