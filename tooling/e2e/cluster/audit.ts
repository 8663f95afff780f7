import { auditBooks, readCharges } from '../src/audit-books.ts';
import type { BookedCharge, BooksAudit } from '../src/books.ts';
import { eventually } from '../src/control.ts';
import { kubectl } from './kubectl.ts';
import type { Shopper } from './load.ts';
import { clusterShopper, type ClusterShopper, type Shop } from './shop.ts';

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
  /** Ledgers and the payment company's books side by side. */
  books: BooksAudit;
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

/** Reads the payment sandbox's books from inside; its key is in the worker's environment. */
const chargesInside = async (): Promise<(BookedCharge & { createdAt?: string })[]> => {
  const script = `
    const readCharges = ${readCharges.toString()};
    const { PAYMENT_URL, PAYMENT_API_KEY } = process.env;
    console.log(JSON.stringify(await readCharges(PAYMENT_URL, PAYMENT_API_KEY)));`;
  const printed = await kubectl(
    ['exec', 'deployment/ordering-worker', '--', 'node', '--input-type=module', '-e', script],
    { timeoutMs: 120_000 },
  );
  return JSON.parse(printed) as BookedCharge[];
};

/** Ledgers and books of all orders that were placed since. */
const booksSince = async (shop: Shop, since: Date): Promise<BooksAudit> => {
  const admin = clusterShopper(shop);
  await admin.signIn('admin@quayside.test');
  try {
    return await auditBooks(admin, { charges: chargesInside, since, timeoutMs: 120_000 });
  } finally {
    await admin.close();
  }
};

/** What became of every order, once all are final, and of the money of all that were placed since. */
export const auditOrders = async (
  shoppers: readonly Shopper[],
  { shop, since }: { shop: Shop; since: Date },
): Promise<Audit> => {
  const audit: Omit<Audit, 'books'> = {
    ...{ accepted: 0, found: 0, paid: 0, cancelled: 0, lost: [], doubled: 0 },
    repeatedSteps: [],
  };
  for (const shopper of shoppers) {
    const orders = await settledOrdersOf(shopper);
    const ids = new Set(orders.map(({ id }) => id));
    audit.accepted += shopper.accepted.size;
    audit.found += orders.length;
    audit.doubled += Math.max(0, orders.length - shopper.accepted.size - shopper.openEnded);
    audit.lost.push(...[...shopper.accepted].filter((id) => !ids.has(id)));
    for (const { id, status, history } of orders) {
      if (status === 'paid') audit.paid += 1;
      if (status === 'cancelled') audit.cancelled += 1;
      const steps = history.map((step) => step.status);
      if (new Set(steps).size < steps.length) audit.repeatedSteps.push(`${id}: ${steps.join(', ')}`);
    }
  }
  return { ...audit, books: await booksSince(shop, since) };
};
