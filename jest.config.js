const project = (name, folders, more = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`),
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

/**
 * unit: pure code, no Office, no build.
 * host: the built bundle and the code that calls Excel.run, on office.js and the workbench's host, in Node.
 * libreoffice: native formulas and files, read by LibreOffice and a validator; skipped on a machine without LibreOffice.
 * browser: the workbench and the pane in Chromium.
 */
module.exports = {
  projects: [
    project('unit', ['calc', 'terms', 'contract', 'functions', 'manifest', 'cases', 'house', 'analysis'], {
      setupFiles: ['<rootDir>/test/property-seed.ts'],
    }),
    project('host', ['workbench', 'workbook', 'commands']),
    project('libreoffice', ['native'], { setupFiles: ['<rootDir>/test/property-seed.ts'] }),
    project('browser', ['browser'], { globalSetup: '<rootDir>/test/browser/setup.mjs' }),
  ],
  // A busy machine takes its time; nothing is measured here.
  testTimeout: 180000,
};
