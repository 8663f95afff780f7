import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Command } from '../commands.ts';
import { reads } from '../reads.ts';
import { variableOf, type Execute } from './outcome.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a step reads, by the names it knows, and nothing else of ours. */
const environmentOf = (command: Command, given: Environment): Record<string, string> =>
  Object.fromEntries(
    (reads[command.name] ?? []).flatMap((variable) => {
      const value = given[variableOf(command, variable)] ?? given[variable];
      return value === undefined ? [] : [[variable, value]];
    }),
  );

/** Runs steps from their sources, as processes of this machine. */
export const executeHere =
  (root: string, environment: Environment): Execute =>
  async (command, mode) => {
    const { PATH, NODE_EXTRA_CA_CERTS } = environment;
    const child = spawn(process.execPath, [join(root, command.folder, `src/main/${command.entry}.ts`)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...{ PATH, NODE_EXTRA_CA_CERTS },
        ...environmentOf(command, environment),
        ...{ CARRY_OVER: mode, LOG_LEVEL: 'info', LOG_FORMAT: 'json' },
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { succeeded: code === 0, output };
  };
