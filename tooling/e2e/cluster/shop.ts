import { Agent, buildConnector, fetch as undiciFetch } from 'undici';
import { createShopClient } from '../src/shop-client.ts';
import { kubectlJson } from './kubectl.ts';
import { reachService, type Address } from './reach.ts';

/** The shop in the cluster: the origin it was told, and where its Services are reached from here. */
export interface Shop {
  origin: string;
  gateway: Address;
  payment: { origin: string; address: Address };
}

export const findShop = async (): Promise<Shop> => {
  const { items } = await kubectlJson<{
    items: { metadata: { name: string; creationTimestamp: string }; data: Record<string, string> }[];
  }>(['get', 'configmaps', '-l', 'app.kubernetes.io/part-of=quayside']);
  const origins = items
    .filter(({ metadata }) => metadata.name.startsWith('origins-'))
    .toSorted((a, b) => b.metadata.creationTimestamp.localeCompare(a.metadata.creationTimestamp))[0];
  if (!origins) throw new Error('there is no ConfigMap "origins": is the demo overlay applied?');
  return {
    origin: origins.data['PUBLIC_ORIGIN'] ?? '',
    gateway: await reachService('gateway'),
    payment: {
      origin: origins.data['PAYMENT_ORIGIN'] ?? '',
      address: await reachService('payment-sandbox'),
    },
  };
};

export type Connections = 'kept' | 'new for each request';
export type Observe = (what: string, answer: Promise<{ status: number }>) => void;

/** A shopper whose connections go to the Service, whatever the origin's name resolves to here. */
export const clusterShopper = (shop: Shop, connections: Connections = 'kept', observe?: Observe) => {
  const connector = buildConnector({ timeout: 5000 });
  const dispatcher = new Agent({
    // Without pipelining a connection serves one request and is closed.
    ...(connections === 'kept' ? { connections: 1 } : { pipelining: 0 }),
    connect: (options, callback) =>
      connector({ ...options, hostname: shop.gateway.hostname, port: String(shop.gateway.port) }, callback),
  });
  const send = (url: URL, init: object) => {
    const answer = undiciFetch(url, { ...init, dispatcher });
    observe?.(`${'method' in init ? String(init.method) : 'GET'} ${url.pathname}`, answer);
    return answer;
  };
  const client = createShopClient(
    shop.origin,
    send as unknown as (url: URL, init: RequestInit) => Promise<Response>,
  );
  return Object.assign(client, { close: () => dispatcher.close() });
};
export type ClusterShopper = ReturnType<typeof clusterShopper>;
