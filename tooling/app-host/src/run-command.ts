import { backingNames, explainFault } from '@quayside/backing-services';

import { parseArguments, usage } from './arguments.ts';
import type { HostArguments } from './arguments.ts';
import { readConfig } from './config.ts';
import { createHost } from './host.ts';
import { HostError } from './host-error.ts';
import { createLogStream } from './log-stream.ts';
import { processes } from './processes.ts';
import { listenForStop } from './stop-requests.ts';

/** The whole life of the app host, from the command line to the exit code. */
export async function runCommand(root: string, argv: readonly string[]): Promise<void> {
  try {
    const args = parseArguments(
      argv,
      processes.map((hosted) => hosted.name),
    );
    if (args.help) process.stdout.write(usage);
    else await run(root, args);
  } catch (error) {
    fail(error);
  }
}

async function run(root: string, args: HostArguments): Promise<void> {
  const config = readConfig();
  const logs = createLogStream({
    out: process.stdout,
    colour: process.stdout.isTTY && !config.noColour,
    filter: args.filter,
    names: ['host', 'build', ...backingNames, ...processes.map((hosted) => hosted.name)],
  });
  const log = logs.of('host');
  const host = createHost(root, args, config, logs);
  const leave = async (code: number, deadlineMs?: number) => {
    await host.stop(deadlineMs);
    process.exit(code);
  };
  listenForStop((kind, reason) => {
    log.info(kind === 'orderly' ? `${reason}: stopping, once more to stop at once` : 'stopping at once');
    void leave(0, kind === 'orderly' ? undefined : 0);
  }, config.underPackageManager);
  await host.start().catch(async (error: unknown) => {
    if ((error as Error).message === 'stopped') return;
    await host.stop(); // first, or what processes say while they stop would bury the reason
    fail(error);
    process.exit(1);
  });
}

/** One line for each thing to mend, in the command line or the machine; a stack only for a fault of ours. */
function fail(error: unknown): void {
  const line = error instanceof HostError ? error.message : explainFault(error);
  const text = line ?? String((error as Error).stack ?? error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
