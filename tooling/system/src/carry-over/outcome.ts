import type { Command } from '../commands.ts';
import { reads } from '../reads.ts';

/** What a step left, in figures by name. */
export type CarriedOver = Readonly<Record<string, number>>;

export type Mode = 'check' | 'run';

export interface Outcome {
  readonly faults: readonly string[];
  readonly carriedOver?: CarriedOver;
}

/** How a step ended, and every line that it wrote. */
export interface Ended {
  readonly succeeded: boolean;
  readonly output: string;
}

/** Has a step done, wherever its stores are reached from. */
export type Execute = (command: Command, mode: Mode) => Promise<Ended>;

const listed = /^ {2}- (.*)$/;

interface Line {
  readonly carriedOver?: CarriedOver;
  readonly msg?: string;
  readonly err?: { readonly message?: string };
}

const parsed = (line: string): Line => {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return { msg: line };
  }
};

/** `IDENTITY_DATABASE_URL` is the `DATABASE_URL` of Identity; what all have in common needs no such name. */
export const variableOf = ({ owner }: Command, variable: string): string =>
  `${owner.toUpperCase()}_${variable}`;

const ofAll = /^(KAFKA_|LOG_|NODE_ENV$|DEMO$|CARRY_OVER$|FORGET_DEAD_LETTERS$)/;

/** A variable is named as whoever starts the command has to set it. */
const told = (command: Command, fault: string): string => {
  const variable = /^[A-Z][A-Z_]+/.exec(fault)?.[0] ?? '';
  const isOurs = (reads[command.name] ?? []).includes(variable) && !ofAll.test(variable);
  return `${command.owner}: ${isOurs ? variableOf(command, fault) : fault}`;
};

/** What a step said of itself. */
export const outcomeOf = (command: Command, { succeeded, output }: Ended): Outcome => {
  const lines = output.trimEnd().split('\n');
  const carriedOver = lines.map(parsed).findLast((line) => line.carriedOver)?.carriedOver;
  if (succeeded) return { faults: [], ...(carriedOver && { carriedOver }) };
  const faults = lines.flatMap((line) => listed.exec(line)?.[1] ?? []);
  if (faults.length > 0) return { faults: faults.map((fault) => told(command, fault)) };
  const { msg = '', err } = lines.map(parsed).findLast((line) => line.err ?? line.msg) ?? {};
  return { faults: [`${command.owner}: it was broken off. ${err?.message ?? msg}`] };
};
