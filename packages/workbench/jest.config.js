/** The package's tests on add-ins of their own: pure code and the host in Node. */
module.exports = {
  displayName: 'workbench',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '\\.[jt]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
  },
  // A busy machine takes its time; nothing is measured here.
  testTimeout: 180000,
};
