import { processes, type PortName, type Process, type Ports } from '@quayside/system';

const services = new Set<PortName>(
  (processes as readonly Process[])
    .filter(({ kind }) => kind === 'service')
    .map(({ name }) => name as PortName),
);

/** The port at which others call a process: its own, or so far above it where something stands before services. */
export const calledAt = (name: PortName, ports: Ports, detour: number): number =>
  ports[name] + (services.has(name) ? detour : 0);

/** Where Redis and Kafka are called instead, if anything stands before them. */
export const detouredStores = (ports: Ports, detour: number): { redis?: string; kafka?: string } =>
  detour === 0
    ? {}
    : {
        redis: `redis://127.0.0.1:${ports.redis + detour}`,
        kafka: `127.0.0.1:${ports.kafka + detour}`,
      };
