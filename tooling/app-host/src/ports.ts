/** All of them with every offset below the ports that systems give to outgoing connections. */
const atOffsetZero = {
  storefront: 3000,
  gateway: 8080,
  'gateway-management': 8081,
  identity: 8101,
  catalog: 8102,
  basket: 8103,
  'ordering-api': 8104,
  marketing: 8105,
  'ordering-worker': 8114,
  host: 8200,
  'payment-sandbox': 8201,
  mail: 1080,
  smtp: 1025,
  postgres: 15_432,
  redis: 16_379,
  mongodb: 27_170,
  kafka: 19_092,
} as const;

export type PortName = keyof typeof atOffsetZero;
export type Ports = Record<PortName, number>;

/** Those above 1024 that the Fetch standard blocks, which Next.js and Node's `fetch` follow as well. */
export const refusedByBrowsers: ReadonlySet<number> = new Set([
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080],
]);

/** MongoDB's 27170 stays below 32768. */
export const highestOffset = 5_000;

/** Every port of the system, moved by `offset`. */
export function portsAt(offset: number): Ports {
  const moved = Object.entries(atOffsetZero).map(([name, port]) => [name, port + offset]);
  return Object.fromEntries(moved) as Ports;
}
