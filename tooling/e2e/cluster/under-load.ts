import { booksLine } from '../src/books.ts';
import { auditOrders, type Audit } from './audit.ts';
import { createTraffic, registerShoppers, startLoad, type Failure, type Traffic } from './load.ts';
import { clusterShopper } from './shop.ts';
import type { Context, Outcome } from './step.ts';

export interface Measured {
  traffic: Traffic;
  audit: Audit;
  /** Checkouts whose answer never came. */
  openEnded: number;
  seconds: number;
  /** Units gone from the shelves meanwhile. */
  unitsSold: number;
}

const shopperCount = 12;

const unitsOnShelf = async ({ shop, itemIds }: Context): Promise<number> => {
  const visitor = clusterShopper(shop);
  let units = 0;
  for (const id of itemIds) units += (await visitor.item(id)).body.availableStock;
  await visitor.close();
  return units;
};

/** Runs `disturbance` while shoppers browse and buy; then waits until all orders are final and counts. */
export const underLoad = async (
  context: Context,
  disturbance: (traffic: Traffic) => Promise<void>,
): Promise<Measured> => {
  const before = await unitsOnShelf(context);
  const { traffic, observe } = createTraffic();
  const since = new Date();
  const shoppers = await registerShoppers(context.shop, shopperCount, observe);
  const from = Date.now();
  const load = startLoad(shoppers, context.itemIds);
  try {
    await disturbance(traffic);
  } finally {
    await load.stop();
  }
  const seconds = (Date.now() - from) / 1000;
  // What the counting asks for is not part of the load.
  const counted = { ...traffic, failures: [...traffic.failures] };
  const audit = await auditOrders(shoppers, { shop: context.shop, since });
  const openEnded = shoppers.reduce((sum, one) => sum + one.openEnded, 0);
  await Promise.all(shoppers.map(({ client }) => client.close()));
  return { traffic: counted, audit, openEnded, seconds, unitsSold: before - (await unitsOnShelf(context)) };
};

const kinds = (failures: readonly Failure[]): string[] => {
  const counts = new Map<string, number>();
  for (const { what, why } of failures) {
    const kind = `${what.replace(/[0-9a-f-]{36}|\d+(?=\/|$)/g, ':id')} → ${why}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([kind, count]) => `${count} × ${kind}`);
};

export const failureLines = (failures: readonly Failure[]): string[] => kinds(failures).slice(0, 12);

export const trafficLine = ({ traffic, seconds }: Measured): string =>
  `${traffic.sent} requests in ${seconds.toFixed(0)} s (${(traffic.sent / seconds).toFixed(0)}/s): ` +
  `${traffic.answered} answered, ${traffic.failures.length} failed; slowest ${traffic.slowestMs} ms`;

export const ordersLine = ({ audit, openEnded, unitsSold }: Measured): string =>
  `${audit.accepted} orders accepted, ${audit.found} found, ${audit.paid} paid, ${audit.cancelled} cancelled, ` +
  `${audit.lost.length} lost, ${audit.doubled} doubled; ${unitsSold} units sold; ` +
  `books: ${booksLine(audit.books)}` +
  (openEnded ? `; ${openEnded} checkouts without an answer` : '');

/**
 * Every accepted order is there, once, with one unit sold for it, and took no step twice; and the payment company's
 * books say what the ledgers say, order by order and in all.
 */
export const ordersAreRight = ({ audit, unitsSold }: Measured): boolean =>
  audit.lost.length === 0 &&
  audit.doubled === 0 &&
  audit.repeatedSteps.length === 0 &&
  audit.paid === audit.found &&
  unitsSold === audit.paid &&
  audit.books.differences.length === 0;

const nothingFailed = ({ traffic }: Measured): boolean => traffic.failures.length === 0;

/** What a disturbance comes to that nobody may notice: right if no request failed and the orders are right. */
export const unnoticed = (
  measured: Measured,
  seen: readonly string[],
  counted: readonly string[] = [],
): Outcome => ({
  ok: nothingFailed(measured) && ordersAreRight(measured),
  lines: [
    ...seen,
    trafficLine(measured),
    ordersLine(measured),
    ...counted,
    ...measured.audit.books.differences.slice(0, 12),
    ...failureLines(measured.traffic.failures),
  ],
});
