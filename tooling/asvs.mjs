// Counts what docs/security.md claims of the OWASP ASVS 5.0, and fails where a claim names a test that is not there:
// `node tooling/asvs.mjs`. With `--write` the table of figures at the top of the page is made anew.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/security.md');
const states = ['met', 'partly', 'not met', 'not shown', 'not applicable'];
/** How many requirements the standard has on its first two levels. */
const expected = { 1: 70, 2: 183 };

const text = readFileSync(page, 'utf8');
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) +\| (\d) +\| (.+?) +\| ([a-z ]+?) +\| (.*?) *\|$/gm)].map(
  ([, id, level, what, state, why]) => ({ id, level: Number(level), what, state, why }),
);

const faults = [];
const fault = (id, what) => faults.push(`${id}: ${what}`);
const seen = new Set();
for (const { id, state, why } of rows) {
  if (seen.has(id)) fault(id, 'stands there twice');
  seen.add(id);
  if (!states.includes(state)) fault(id, `"${state}" is none of ${states.join(', ')}`);
  const tests = [...why.matchAll(/\[([^\]]+)\]\(\.\.\/([^)]+)\)/g)];
  if (state === 'met' && tests.length === 0) fault(id, 'is said to be met, by no test');
  if (state !== 'met' && state !== 'not shown' && why === '') fault(id, 'says no reason');
  for (const [, title, file] of tests) {
    const path = join(root, file);
    if (!/\.test\.ts$/.test(file) || !existsSync(path)) fault(id, `${file} is no test`);
    else if (!readFileSync(path, 'utf8').includes(title)) fault(id, `${file} has no test "${title}"`);
  }
}
const count = (level, state) =>
  rows.filter((row) => row.level === level && (state === undefined || row.state === state)).length;
for (const [level, many] of Object.entries(expected)) {
  const there = count(Number(level));
  if (there !== many) faults.push(`level ${level} has ${many} requirements, and ${there} are listed`);
}

const figures = [
  `| level | ${states.join(' | ')} | all |`,
  `| --- | ${states.map(() => '--- ').join('| ')}| --- |`,
  ...[1, 2].map(
    (level) => `| ${level} | ${states.map((state) => count(level, state)).join(' | ')} | ${count(level)} |`,
  ),
].join('\n');
const counted = text.replace(/(<!-- figures -->\n)[^]*?(<!-- end of figures -->)/, `$1\n${figures}\n\n$2`);
const bare = (table) => table.replaceAll(/[ -]+/g, ' ');
if (process.argv.includes('--write')) writeFileSync(page, counted);
else if (bare(counted) !== bare(text))
  faults.push('the figures at the top are not those of the rows: node tooling/asvs.mjs --write');

console.log(figures);
for (const one of faults) console.error(one);
if (faults.length > 0) process.exit(1);
