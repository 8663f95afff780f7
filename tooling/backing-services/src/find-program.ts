import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * The version a program on PATH reports, as numbers, or undefined when it is not there or does not run.
 * `pattern` has one group that catches the version, such as `17.0.15`.
 */
export async function findProgramVersion(
  command: string,
  args: string[],
  pattern: RegExp,
): Promise<number[] | undefined> {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, args, { timeout: 20_000 });
    return pattern
      .exec(stdout + stderr)?.[1]
      ?.split('.')
      .map(Number);
  } catch {
    return undefined;
  }
}

/** True when `version` is at least `major.minor`. */
export function isAtLeast(version: number[] | undefined, major: number, minor = 0): boolean {
  const [hasMajor = -1, hasMinor = 0] = version ?? [];
  return hasMajor > major || (hasMajor === major && hasMinor >= minor);
}
