import { commands, type Command } from '../commands.ts';
import type { Process } from '../process.ts';
import { podVariables } from './environment.ts';

export interface Edge {
  from: Command;
  to: Process;
  port: number;
}

const callsOf = (from: Command): Edge[] => {
  const calls = podVariables(from).flatMap(({ source }) => {
    if (!('to' in source)) return [];
    const { to, port } = source;
    return [{ from, to, port: (port && to.otherPorts[port]) || to.port }];
  });
  // Two addresses may lie at the same port.
  return [...new Map(calls.map((call) => [`${call.to.name} ${call.port}`, call])).values()];
};

/** Which process calls which, as it follows from the variables that it reads. */
export const edges: readonly Edge[] = commands.flatMap(callsOf);
