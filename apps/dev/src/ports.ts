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

/** MongoDB's 27170 stays below 32768. */
export const highestOffset = 5_000;

/** Every port of the system, moved by `offset`. */
export function portsAt(offset: number): Ports {
  const moved = Object.entries(atOffsetZero).map(([name, port]) => [name, port + offset]);
  return Object.fromEntries(moved) as Ports;
}
