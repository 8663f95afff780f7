import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { explainClient } from './explain-client.ts';
import { explainFault, MachineFault } from './machine-fault.ts';

interface ClientOptions {
  /** How it is told to people, where the beginning of the command line would not tell. */
  as?: string;
  uid?: number;
  gid?: number;
  /** Added to the environment of this process. */
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
}

const limitMs = 600_000;

/**
 * Runs a package client such as pip or mvn, and says what it wrote.
 *
 * @throws MachineFault with one line that says why, when it fails or takes longer than ten minutes
 */
export async function runClient(
  command: string,
  args: readonly string[],
  cwd: string,
  { as, env, ...options }: ClientOptions = {},
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(command, args, {
      cwd,
      ...options,
      env: { ...process.env, ...utf8, ...env },
      timeout: limitMs,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    options.signal?.throwIfAborted();
    const {
      stderr = '',
      stdout = '',
      killed,
    } = error as { stderr?: string; stdout?: string; killed?: boolean };
    const reason = killed
      ? `it took longer than ${limitMs / 60_000} minutes`
      : (explainFault(error) ?? explainClient(`${stdout}\n${stderr}`));
    throw new MachineFault(`${as ?? [command, ...args.slice(0, 3)].join(' ')} failed: ${reason}`, {
      cause: error,
    });
  }
}

/** Whatever the terminal speaks: paths may hold any letter, and Java and Maven read them in the locale's code. */
export const utf8 = { LC_ALL: 'C.UTF-8' };
