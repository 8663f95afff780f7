import { eventually } from '../src/control.ts';
import { kubectl } from './kubectl.ts';
import type { Shopper } from './load.ts';
import type { ClusterShopper } from './shop.ts';

export interface Audit {
  accepted: number;
  found: number;
  paid: number;
  cancelled: number;
  lost: string[];
  /** More orders than checkouts: acknowledged ones and those whose answer never came. */
  doubled: number;
  /** A status that an order entered twice. */
  repeatedSteps: string[];
  /** Succeeded charges by order; one each is right. */
  charges: number;
  chargedWrong: string[];
}

type OrderList = Awaited<ReturnType<ClusterShopper['orders']>>['body']['items'];

const ordersOf = async (client: ClusterShopper): Promise<OrderList> => {
  const orders: OrderList = [];
  for (let page = 1; ; page += 1) {
    const { status, body } = await client.call<{ items: OrderList; totalItems: number }>(
      'GET',
      `/api/v1/orders?pageSize=100&page=${page}`,
    );
    if (status !== 200) throw new Error(`orders: ${status}`);
    orders.push(...body.items);
    if (orders.length >= body.totalItems || body.items.length === 0) return orders;
  }
};

const isFinal = ({ status }: OrderList[number]): boolean => ['paid', 'cancelled'].includes(status);

const settledOrdersOf = ({ client, accepted, email }: Shopper): Promise<OrderList> =>
  eventually(
    `orders of ${email} to settle`,
    async () => {
      const orders = await ordersOf(client);
      const found = new Set(orders.map(({ id }) => id));
      return orders.every(isFinal) && [...accepted].every((id) => found.has(id)) && orders;
    },
    120_000,
  ).catch(() => ordersOf(client));

/** Asks the payment sandbox, from inside, what it charged for each order; its key is in the worker's environment. */
const chargesOf = async (orderIds: readonly string[]): Promise<Map<string, number>> => {
  const script = `
    let input = '';
    for await (const part of process.stdin) input += part;
    const counts = {};
    for (const id of JSON.parse(input)) {
      const answer = await fetch(process.env.PAYMENT_URL + '/v1/charges?idempotencyKey=' + id, {
        headers: { authorization: 'Bearer ' + process.env.PAYMENT_API_KEY },
        signal: AbortSignal.timeout(5000),
      });
      if (!answer.ok) throw new Error('charges: ' + answer.status + ' ' + (await answer.text()));
      counts[id] = (await answer.json()).items.filter(({ status }) => status === 'succeeded').length;
    }
    console.log(JSON.stringify(counts));`;
  const printed = await kubectl(
    ['exec', '-i', 'deployment/ordering-worker', '--', 'node', '--input-type=module', '-e', script],
    { input: JSON.stringify(orderIds), timeoutMs: 120_000 },
  );
  return new Map(Object.entries(JSON.parse(printed) as Record<string, number>));
};

/** What became of every order, once all are final. `withCharges`: the sandbox kept its books meanwhile. */
export const auditOrders = async (shoppers: readonly Shopper[], withCharges = true): Promise<Audit> => {
  const audit: Audit = {
    ...{ accepted: 0, found: 0, paid: 0, cancelled: 0, lost: [], doubled: 0 },
    ...{ repeatedSteps: [], charges: 0, chargedWrong: [] },
  };
  const paid: string[] = [];
  for (const shopper of shoppers) {
    const orders = await settledOrdersOf(shopper);
    const ids = new Set(orders.map(({ id }) => id));
    audit.accepted += shopper.accepted.size;
    audit.found += orders.length;
    audit.doubled += Math.max(0, orders.length - shopper.accepted.size - shopper.openEnded);
    audit.lost.push(...[...shopper.accepted].filter((id) => !ids.has(id)));
    for (const { id, status, history } of orders) {
      if (status === 'paid') paid.push(id);
      if (status === 'cancelled') audit.cancelled += 1;
      const steps = history.map((step) => step.status);
      if (new Set(steps).size < steps.length) audit.repeatedSteps.push(`${id}: ${steps.join(', ')}`);
    }
  }
  audit.paid = paid.length;
  if (withCharges && paid.length > 0) {
    const charges = await chargesOf(paid);
    for (const id of paid) {
      audit.charges += charges.get(id) ?? 0;
      if (charges.get(id) !== 1) audit.chargedWrong.push(id);
    }
  }
  return audit;
};
