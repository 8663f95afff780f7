import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const onlyConfigReadsTheEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only a config.ts reads the environment; everybody else is handed typed values.',
};
// A library's conformance suite is its second entry, for the tests of those who implement its ports; that of contracts
// is money, which a domain may import as it is pure, and that of mail what sends it, which a use case may not.
const deepImport = '^@quayside/(?!contracts/(?:money|addresses|email)$|mail/smtp$)[^/]+/(?!conformance$).+';
/** Comparing is fine; whatever makes another amount of one goes through the money module, which rounds and checks. */
const noArithmeticOnAmounts = [
  "BinaryExpression[operator=/^[-+*%\\u002f]$/][left.property.name='amount']",
  "BinaryExpression[operator=/^[-+*%\\u002f]$/][right.property.name='amount']",
  "UnaryExpression[operator='-'][argument.property.name='amount']",
  "AssignmentExpression[operator=/^[-+*%\\u002f]=$/][left.property.name='amount']",
].map((selector) => ({ selector, message: 'Amounts are calculated with @quayside/contracts/money alone.' }));
const noSleepMessage =
  'A test waits for a signal, never for time; waitUntil of the test kit is the last resort.';
/** In whatever words: a promise that a timer fulfils, the promises of node:timers, a blocked thread. */
const noSleep = [
  "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
  "CallExpression[callee.name='setTimeout'] > MemberExpression.arguments[property.name='resolve']",
  "CallExpression[callee.name='promisify'] > Identifier.arguments[name='setTimeout']",
  "CallExpression[callee.property.name='waitForTimeout']",
  "CallExpression[callee.object.name='Atomics'][callee.property.name='wait']",
  'ImportDeclaration[source.value=/^(node:)?timers.promises$/] ImportSpecifier[imported.name=/^(setTimeout|scheduler)$/]',
  'ImportDeclaration[source.value=/^(node:)?timers.promises$/] ImportNamespaceSpecifier',
  'ImportExpression[source.value=/^(node:)?timers.promises$/]',
].map((selector) => ({ selector, message: noSleepMessage }));

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/.next/',
    '**/next-env.d.ts',
    '.quayside/',
    'tooling/testkit/boundary-canary/',
  ]),
  js.configs.recommended,
  tseslint.configs.strict,
  {
    languageOptions: { globals: globals.node },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            ...['kafkajs', '@platformatic/kafka'].map((name) => ({
              name,
              message: 'Only its adapter in libs/messaging talks to a client of Kafka.',
            })),
            ...['vm', 'node:vm'].map((name) => ({ name, message: 'No code is made of text.' })),
          ],
          patterns: [
            { regex: deepImport, message: 'A package is entered through its index.' },
            { regex: '^(\\.\\./)+(libs|services|apps|tooling)/', message: 'Import a package by its name.' },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        onlyConfigReadsTheEnvironment,
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        ...noArithmeticOnAmounts,
      ],
    },
  },
  {
    // The money module itself, and the stand-in for another company, which shares no code with the shop.
    files: ['libs/contracts/src/money/**', 'apps/payment-sandbox/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        onlyConfigReadsTheEnvironment,
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  {
    files: ['services/**/*.ts', 'libs/**/*.ts', 'apps/{gateway,payment-sandbox}/**/*.ts', 'tooling/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  {
    files: ['libs/messaging/src/kafka/{kafkajs,platformatic}/**', 'libs/messaging/bench/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: deepImport }] }] },
  },
  {
    // The one place of each process that reads its environment, and the tools that pass one on.
    files: [
      'libs/runtime/src/config.ts',
      '**/src/env.ts',
      '**/next.config.ts',
      'tooling/testkit/**',
      'tooling/backing-services/**',
      'tooling/app-host/**',
      'tooling/e2e/**',
      'tooling/**',
      '**/test/**',
      '**/*.test.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  {
    // What frameworks and tools want exported as default; what talks to a terminal.
    files: [
      '*.config.{mjs,ts}',
      '.dependency-cruiser.mjs',
      '**/jest-global-*.ts',
      'apps/storefront/**',
      'tooling/*.mjs',
      'tooling/images/**',
    ],
    rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' },
  },
  {
    files: ['apps/storefront/src/**'],
    rules: { 'no-restricted-syntax': ['error', ...noArithmeticOnAmounts] },
  },
  {
    // After all others, whose list of what is restricted it takes the place of.
    files: ['**/*.test.{ts,tsx}', '**/test/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...noSleep],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // They are what is refused.
      'no-script-url': 'off',
    },
  },
  {
    files: [
      'tooling/app-host/**',
      'tooling/e2e/{bench,cluster,faults-matrix,fuzz,screenshot,shots}/**',
      'services/*/seed/**',
      '**/release.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  { files: ['services/catalog/seed/{items,german}/**'], rules: { 'max-lines': 'off' } },
  {
    files: ['apps/storefront/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
);
