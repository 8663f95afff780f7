const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2024',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['/\\.next/', '/\\.quayside/', '/dist/'],
};
const root = import.meta.dirname;

/** Three kinds of tests, told by the file name; see CONTRIBUTING.md. */
export default {
  // Only to end what hangs: a loaded machine may take ten times as long as a free one.
  testTimeout: 120_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      rootDir: root,
      testMatch: ['**/{apps,libs,services,tooling}/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '\\.int\\.test\\.ts$',
        '\\.e2e\\.test\\.ts$',
        'boundary-canary/',
      ],
    },
    {
      ...common,
      displayName: 'int',
      rootDir: root,
      testMatch: ['**/{apps,libs,services,tooling}/**/*.int.test.ts'],
      globalSetup: '<rootDir>/tooling/testkit/src/jest-global-setup.ts',
      globalTeardown: '<rootDir>/tooling/testkit/src/jest-global-teardown.ts',
    },
    {
      ...common,
      displayName: 'e2e',
      rootDir: root,
      testMatch: ['**/tooling/e2e/**/*.e2e.test.ts'],
      globalSetup: '<rootDir>/tooling/e2e/src/jest-global-setup.ts',
      globalTeardown: '<rootDir>/tooling/e2e/src/jest-global-teardown.ts',
    },
  ],
};
