import { processes, type ProcessName } from './processes.ts';

/** Of what is no process of ours. All with every offset below the ports that systems give to outgoing connections. */
const others = { host: 8200, postgres: 15_432, redis: 16_379, mongodb: 27_170, kafka: 19_092 } as const;

type OtherPort<P> = P extends { otherPorts: Readonly<Record<infer Port extends string, number>> }
  ? Port
  : never;
export type PortName = ProcessName | OtherPort<(typeof processes)[number]> | keyof typeof others;
export type Ports = Record<PortName, number>;

/** Where a debugger finds a process that was started for one. */
export const inspectorPortOf = ({ port }: { port: number }): number => port + 1000;

/** Every port of the system on a developer's machine. */
export const ports = Object.fromEntries([
  ...processes.flatMap(({ name, port, otherPorts }) => [[name, port], ...Object.entries(otherPorts)]),
  ...Object.entries(others),
]) as Ports;
