// Writes every file that follows from the list of processes: `pnpm generate`. With `--check` it only compares, says
// each one that differs in a line, and exits with 1 if there is one.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contractFiles } from './contract-files.ts';
import { driftOf } from './drift.ts';
import type { GeneratedFile } from './generated-file.ts';
import { readsFile } from './reads-file.ts';

const root = join(import.meta.dirname, '../../..');
const isCheck = process.argv.includes('--check');
const say = (line: string) => process.stdout.write(`${line}\n`);

const write = async ({ path, content }: GeneratedFile): Promise<void> => {
  const target = join(root, path);
  const before = await readFile(target, 'utf8').catch(() => undefined);
  if (before === content) return;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
  say(`wrote ${path}`);
};

try {
  const contracts = await contractFiles(root);
  if (!isCheck) for (const file of contracts) await write(file);
  const reads = await readsFile(root);
  if (!isCheck) await write(reads);
  // Only now: each is made from what has just been written.
  const { generatedFiles } = await import('./generated-files.ts');
  const files = [...contracts, reads, ...(await generatedFiles(root))];
  if (isCheck) {
    const drift = await driftOf(root, files);
    drift.forEach(say);
    process.exitCode = drift.length > 0 ? 1 : 0;
  } else {
    for (const file of files) await write(file);
  }
} catch (error) {
  say((error as Error).message);
  process.exitCode = 1;
}
