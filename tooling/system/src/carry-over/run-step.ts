import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from '../commands.ts';
import { reads } from '../reads.ts';

type Environment = Readonly<Record<string, string | undefined>>;
/** What a step left, in figures by name. */
export type CarriedOver = Readonly<Record<string, number>>;

interface Outcome {
  readonly faults: readonly string[];
  readonly carriedOver?: CarriedOver;
}

/** `IDENTITY_DATABASE_URL` is the `DATABASE_URL` of Identity; what all have in common needs no such name. */
export const variableOf = ({ owner }: Command, variable: string): string =>
  `${owner.toUpperCase()}_${variable}`;

/** What a step reads, by the names it knows, and nothing else of ours. */
export const environmentOf = (command: Command, given: Environment): Record<string, string> => {
  const names = reads[command.name] ?? [];
  return Object.fromEntries(
    names.flatMap((variable) => {
      const value = given[variableOf(command, variable)] ?? given[variable];
      return value === undefined ? [] : [[variable, value]];
    }),
  );
};

const listed = /^ {2}- (.*)$/;
const ofAll = new Set(['LOG_LEVEL', 'LOG_FORMAT', 'NODE_ENV', 'DEMO']);

/** A missing variable is named as whoever starts the command has to set it. */
const told = (command: Command, fault: string): string => {
  const variable = /^[A-Z][A-Z_]+/.exec(fault)?.[0];
  const isOurs = variable !== undefined && (reads[command.name] ?? []).includes(variable);
  if (!isOurs || ofAll.has(variable) || variable.startsWith('KAFKA_')) return `${command.owner}: ${fault}`;
  return `${command.owner}: ${variableOf(command, variable)}${fault.slice(variable.length)}`;
};

const figuresIn = (line: string): CarriedOver | undefined => {
  try {
    return (JSON.parse(line) as { carriedOver?: CarriedOver }).carriedOver;
  } catch {
    return undefined;
  }
};

/** Runs the carry-over of one service, or asks it what is in the way. */
export const runStep = async (
  root: string,
  command: Command,
  { mode, environment }: { mode: 'check' | 'run'; environment: Environment },
): Promise<Outcome> => {
  const { PATH, NODE_EXTRA_CA_CERTS, NODE_COMPILE_CACHE } = environment;
  const child = spawn(process.execPath, [join(root, command.folder, `src/main/${command.entry}.ts`)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...{ PATH, NODE_EXTRA_CA_CERTS, NODE_COMPILE_CACHE },
      ...environmentOf(command, environment),
      ...{ CARRY_OVER: mode, LOG_LEVEL: 'info', LOG_FORMAT: 'json' },
    },
  });
  let [output, complaints] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const carriedOver = output.split('\n').map(figuresIn).findLast(Boolean);
  if (code === 0) return { faults: [], ...(carriedOver && { carriedOver }) };
  const faults = complaints.split('\n').flatMap((line) => listed.exec(line)?.[1] ?? []);
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  return {
    faults:
      faults.length > 0
        ? faults.map((fault) => told(command, fault))
        : [`${command.owner}: it ended with code ${code}. ${messageIn(last) || complaints.trim()}`],
  };
};

const messageIn = (line: string): string => {
  try {
    const { msg = '', err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return err?.message ?? msg;
  } catch {
    return line;
  }
};
