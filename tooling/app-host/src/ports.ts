import { ports, type Ports } from '@quayside/system';

export type { PortName, Ports } from '@quayside/system';

/** Those above 1024 that the Fetch standard blocks, which Next.js and Node's `fetch` follow as well. */
export const refusedByBrowsers: ReadonlySet<number> = new Set([
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080],
]);

/** MongoDB's 27170 stays below 32768. */
export const highestOffset = 5_000;

/** Kafka's 19092 stays a port with it and with every offset. */
export const farthestDetour = 40_000;

/** Every port of the system, moved by `offset`. */
export function portsAt(offset: number): Ports {
  const moved = Object.entries(ports).map(([name, port]) => [name, port + offset]);
  return Object.fromEntries(moved) as Ports;
}
