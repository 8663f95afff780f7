import { connect } from 'node:net';
import { kubectlJson } from './kubectl.ts';

export interface Address {
  hostname: string;
  port: number;
}

const answers = ({ hostname, port }: Address): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: hostname, port, timeout: 2000 });
    const end = (found: boolean) => {
      socket.destroy();
      resolve(found);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });

interface Service {
  spec: { clusterIP: string; ports: { port: number; nodePort?: number }[] };
  status: { loadBalancer?: { ingress?: { ip?: string; hostname?: string }[] } };
}
interface NodeList {
  items: { status: { addresses: { type: string; address: string }[] } }[];
}

/**
 * Where this machine reaches a Service itself, so that the cluster chooses a pod for each connection: its cluster
 * address, its load balancer, or its port on a node. A port-forward would be bound to one pod and end with it.
 */
export const reachService = async (name: string): Promise<Address> => {
  const { spec, status } = await kubectlJson<Service>(['get', 'service', name]);
  const nodes = await kubectlJson<NodeList>(['get', 'nodes']);
  const { port = 80, nodePort } = spec.ports[0] ?? {};
  const balancers = (status.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip ?? hostname ?? '');
  const nodeAddresses = nodes.items.flatMap((node) =>
    node.status.addresses.filter(({ type }) => type !== 'Hostname').map(({ address }) => address),
  );
  const candidates = [
    ...[spec.clusterIP, ...balancers].map((hostname) => ({ hostname, port })),
    ...(nodePort ? nodeAddresses.map((hostname) => ({ hostname, port: nodePort })) : []),
  ];
  for (const candidate of candidates) if (await answers(candidate)) return candidate;
  throw new Error(`service ${name} cannot be reached from here: add components/node-port to the overlay`);
};
