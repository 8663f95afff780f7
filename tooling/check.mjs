// Every static check, side by side, or those whose name begins with the argument; prints the output of those that fail
// and one line for each.
import './require-installed.mjs';
import { spawn } from 'node:child_process';

const checks = [
  ['types', 'turbo', ['run', 'types', '--output-logs=errors-only']],
  // In parts: a process keeps the types of every package it has read, and all of them together outgrow its memory.
  ['lint services', 'eslint', ['services', '--max-warnings', '0']],
  ['lint apps, libs', 'eslint', ['apps', 'libs', '--max-warnings', '0']],
  ['lint the rest', 'eslint', ['tooling', '*.{mjs,ts}', '.*.{mjs,mts}', '--max-warnings', '0']],
  ['boundaries', 'depcruise', ['apps', 'libs', 'services', 'tooling', '--config', '.dependency-cruiser.mjs']],
  ['unused', 'knip', []],
  ['manifests', 'sherif', []],
  ['generated', 'node', ['tooling/system/src/generate.ts', '--check']],
  ['kubernetes', 'node', ['tooling/manifests/src/check.ts']],
  ['security', 'node', ['tooling/asvs.mjs']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
];

const run = ([name, command, args]) =>
  new Promise((resolve) => {
    const from = Date.now();
    const output = [];
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => resolve({ name, ok: false, output: String(error), seconds: 0 }));
    child.on('close', (code) => {
      const seconds = ((Date.now() - from) / 1000).toFixed(1);
      resolve({ name, ok: code === 0, output: Buffer.concat(output).toString(), seconds });
    });
  });

const [wanted = ''] = process.argv.slice(2);
const results = await Promise.all(checks.filter(([name]) => name.startsWith(wanted)).map(run));
for (const { name, ok, output } of results) if (!ok) console.log(`\n--- ${name}\n${output}`);
for (const { name, ok, seconds } of results) console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
process.exit(results.every(({ ok }) => ok) ? 0 : 1);
