import { ports, type PortName } from '@quayside/system';
import { detour } from '../src/stack.ts';
import type { Passage, Toxiproxy } from './toxiproxy.ts';

export type Dependency = 'Redis' | 'Identity' | 'Catalog' | 'Basket' | 'Ordering' | 'Marketing' | 'Kafka';

const portNames: Readonly<Record<Dependency, PortName>> = {
  Redis: 'redis',
  Identity: 'identity',
  Catalog: 'catalog',
  Basket: 'basket',
  Ordering: 'ordering-api',
  Marketing: 'marketing',
  Kafka: 'kafka',
};
export const dependencies = Object.keys(portNames) as Dependency[];

/** Every dependency, in a system whose ports are moved by `offset`. */
export const passages = (offset: number): Passage[] =>
  dependencies.map((name) => {
    const port = ports[portNames[name]] + offset;
    return { name, port, calledAt: port + detour };
  });

export interface Fault {
  name: string;
  about: string;
  bring(toxiproxy: Toxiproxy, name: Dependency): Promise<void>;
}

export const faults: readonly Fault[] = [
  { name: 'down', about: 'nothing listens', bring: (proxy, name) => proxy.takeDown(name) },
  {
    name: '+2 s',
    about: 'every answer comes two seconds later',
    bring: (proxy, name) => proxy.poison(name, { type: 'latency', attributes: { latency: 2000 } }),
  },
  {
    name: 'black hole',
    about: 'connections stand, and nothing comes back',
    bring: (proxy, name) => proxy.poison(name, { type: 'timeout', attributes: { timeout: 0 } }),
  },
  {
    name: 'resets',
    about: 'connections are reset as soon as something is said on them',
    bring: (proxy, name) => proxy.poison(name, { type: 'reset_peer', attributes: { timeout: 0 } }),
  },
];
