// Runs jest with what ES modules and TypeScript need: `node tooling/test.mjs [unit|int|e2e] [jest arguments]`.
// Without a kind: unit and int side by side, then the whole system, one file after the other. Closes with one line
// of counts over all.
import './require-installed.mjs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const jest = createRequire(join(root, 'package.json')).resolve('jest/bin/jest');
const results = mkdtempSync(join(tmpdir(), 'quayside-results-'));
/** No part of the run takes as long, on a slow machine either. */
const limitMs = 60 * 60_000;
/**
 * A process keeps the modules of every file that it ran (jest issue 14605), until its memory is full: one that has grown
 * is replaced between two files.
 */
const inWorkers = ['--workerIdleMemoryLimit=1500MB'];
const total = { passed: 0, failed: 0 };

/** True when nothing but options was given, which name no files and no titles. */
const isWhole = (args) => args.every((argument) => argument.startsWith('-'));

const run = (projects, args) => {
  const report = join(results, `${projects.join('-')}.json`);
  const { status } = spawnSync(
    process.execPath,
    [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest],
      // What a test left open must not hold up the rest of the run.
      ...[
        '--forceExit',
        '--config',
        'jest.config.mjs',
        '--passWithNoTests',
        '--json',
        '--outputFile',
        report,
        ...args,
      ],
      ...['--selectProjects', ...projects],
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'test',
        // With both, Node warns in every process, and tests look at what processes say.
        ...(process.env.NO_COLOR && { FORCE_COLOR: undefined }),
      },
      timeout: limitMs,
    },
  );
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that could not even be loaded counts as one failure.
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
    );
    const failed = numFailedTests + broken.length;
    // Jest may fail with every test passed, as when what it started cannot be stopped; and a whole kind is never empty.
    const failedElse = failed === 0 && (status !== 0 || (isWhole(args) && numPassedTests === 0));
    total.passed += numPassedTests;
    total.failed += failedElse ? 1 : failed;
  } catch {
    total.failed += 1;
  }
};

const [first, ...others] = process.argv.slice(2);
if (['unit', 'int', 'e2e'].includes(first)) {
  run([first], first === 'e2e' ? ['--runInBand', ...others] : [...inWorkers, ...others]);
} else {
  run(['unit', 'int'], [...inWorkers, ...process.argv.slice(2)]);
  run(['e2e'], ['--runInBand', ...process.argv.slice(2)]);
}
rmSync(results, { recursive: true, force: true });
if (total.passed + total.failed === 0) {
  console.log('No test fits.');
  total.failed = 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
