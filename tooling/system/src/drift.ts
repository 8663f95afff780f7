import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command, type GeneratedFile } from './generated-file.ts';

/** Nothing in there is written by hand. */
const ownFolders = 'deploy/k8s/{base,overlays/*}/processes/*';

/** One line for each file that is not as it would be generated, and how to mend it. */
export const driftOf = async (root: string, files: readonly GeneratedFile[]): Promise<string[]> => {
  const lines = await Promise.all(
    files.map(async ({ path, content }) => {
      const found = await readFile(join(root, path), 'utf8').catch(() => undefined);
      if (found === content) return [];
      return [`${path} ${found === undefined ? 'is missing' : 'is out of date'}; run: ${command}`];
    }),
  );
  const known = files.map(({ path }) => path);
  const left = globSync(ownFolders, { cwd: root }).filter((path) => !known.includes(path));
  return [...lines.flat(), ...left.sort().map((path) => `${path} is of no process in the list; delete it`)];
};
