import { setTimeout as pause } from 'node:timers/promises';
import type { StaffOrder } from '@quayside/contracts';
import { sum } from '@quayside/contracts/money';
import { compareBooks, type BookedCharge, type BooksAudit, type Ledger } from './books.ts';
import { eventually } from './control.ts';
import type { Answer, ShopClient } from './shop-client.ts';

const pageSize = 100;
const atOnce = 8;
/** Between two looks at everything. */
const lookEveryMs = 1000;

/** Asks again where the shop says that it is asked too much. */
const answered = async <T>(what: string, ask: () => Promise<Answer<T>>): Promise<T> => {
  for (;;) {
    const { status, body, headers } = await ask();
    if (status === 200) return body;
    if (status !== 429) throw new Error(`${what}: ${status}`);
    await pause(Number(headers.get('retry-after') ?? 1) * 1000);
  }
};

const ledgerOf = ({ number, ledger, owes, paymentState, stage, totals }: StaffOrder): Ledger => {
  const { currency } = totals.total;
  const moved = (kind: 'charge' | 'refund') =>
    sum(
      ledger
        .filter((entry) => entry.kind === kind && entry.state === 'succeeded')
        .map(({ amount }) => amount),
      currency,
    );
  // Buyers take their time, to confirm a payment or to come with another card.
  const isTheirTurn = paymentState === 'awaiting-buyer' || owes?.kind === 'end-stock-hold';
  return {
    ...{ number, charged: moved('charge'), refunded: moved('refund') },
    isInFlight: !isTheirTurn && (owes !== undefined || stage === 'awaiting-validation'),
  };
};

const readLedgers = async (admin: ShopClient, from: string | undefined): Promise<Ledger[]> => {
  const ids = new Set<string>();
  for (let page = 1; ; page += 1) {
    const query = { page, pageSize, ...(from && { from }) };
    const { items, isMore } = await answered('the list of orders', () =>
      admin.ask('GET /api/v1/staff/orders', { query }),
    );
    if (isMore) throw new Error('there are more orders than a list counts');
    for (const { id } of items) ids.add(id);
    if (items.length < pageSize) break;
  }
  const ledgers: Ledger[] = [];
  const left = [...ids];
  while (left.length > 0) {
    const orders = left
      .splice(0, atOnce)
      .map((id) =>
        answered(`order ${id}`, () => admin.ask('GET /api/v1/staff/orders/:id', { params: { id } })),
      );
    ledgers.push(...(await Promise.all(orders)).map(ledgerOf));
  }
  return ledgers;
};

/** Reads all charges there are; what it says is JavaScript's own, as it runs in pods too. */
export const readCharges = async (url: string, apiKey: string): Promise<BookedCharge[]> => {
  const charges: BookedCharge[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await fetch(`${url}/v1/books?pageSize=100&page=${page}`, {
      headers: { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.timeout(5000),
    });
    if (!answer.ok) throw new Error(`the payment company's books: ${answer.status}`);
    const { items, totalItems } = (await answer.json()) as { items: BookedCharge[]; totalItems: number };
    charges.push(...items);
    if (page * 100 >= totalItems) return charges;
  }
};

/**
 * Compares Ordering's ledgers, as staff read them, with the payment company's books: of all orders, or of those that were
 * placed since. What is in flight has until the time is over to be settled.
 *
 * @param options.since nothing was in flight then
 */
export const auditBooks = async (
  admin: ShopClient,
  options: {
    charges: () => Promise<readonly (BookedCharge & { readonly createdAt?: string })[]>;
    since?: Date;
    timeoutMs?: number;
  },
): Promise<BooksAudit> => {
  const from = options.since?.toISOString();
  let last: BooksAudit | undefined;
  let nextLook = 0;
  const look = async (): Promise<BooksAudit | false> => {
    if (Date.now() < nextLook) return false;
    const charges = await options.charges();
    const fresh = charges.filter(({ createdAt = '' }) => !from || createdAt >= from);
    last = compareBooks(await readLedgers(admin, from), fresh);
    nextLook = Date.now() + lookEveryMs;
    return last.differences.length === 0 && last;
  };
  try {
    return await eventually('the books to be settled', look, options.timeoutMs);
  } catch (error) {
    if (last) return last;
    throw error;
  }
};
