import type { ShopClient } from '../src/shop-client.ts';
import { summarise, type LoadResult } from './load.ts';

const admin = '/api/v1/admin';
const day = 86_400_000;
const worthNaming = 100;
const named = 8;
const ago = (days: number): string => new Date(Date.now() - days * day).toISOString();

/** A table, and the ways in which somebody looks at it. */
const tables: Record<string, { path: string; ways: readonly string[] }> = {
  orders: {
    path: '/api/v1/staff/orders',
    ways: [
      ...['', 'sort=placed', 'sort=total', 'sort=-total', 'page=50'],
      ...['status=paid', 'status=delivered', 'status=delivered&sort=-total', 'stage=cancelled'],
      ...['payment=partly-refunded', 'payment=paid&sort=total', 'fulfilment=to-ship', 'fulfilment=returned'],
      ...['country=AT', 'country=DE&sort=-total', 'country=US&status=delivered&payment=partly-refunded'],
      ...['currency=EUR', 'minTotal=60000', 'maxTotal=1500&sort=total', 'minTotal=60000&country=NL'],
      ...[
        `from=${ago(30)}`,
        `from=${ago(400)}&to=${ago(370)}`,
        `from=${ago(400)}&to=${ago(370)}&sort=-total`,
      ],
      ...['q=mar', 'q=marsh', 'q=ada+marsh', 'q=ada.lund.4321', 'q=marsh&status=paid', 'q=nobody+at+all'],
    ],
  },
  invoices: {
    path: '/api/v1/staff/invoices',
    ways: [
      ...['', 'page=50', 'kind=credit-note', 'kind=invoice'],
      ...[`from=${ago(60).slice(0, 10)}&to=${ago(30).slice(0, 10)}`, 'q=INV-2026-0001', 'q=7K'],
    ],
  },
  customers: {
    path: `${admin}/identity/customers`,
    ways: [
      ...['', 'sort=name', 'sort=-name', 'sort=registered', 'sort=orders', 'sort=-orders'],
      ...['sort=-last-order', 'page=50', 'state=active', 'state=disabled', 'q=marsh', 'q=ada+l', 'q=lund+43'],
    ],
  },
  products: {
    path: `${admin}/catalog/products`,
    ways: [
      ...['', 'sort=name', 'sort=-name', 'sort=changed', 'sort=-changed', 'page=100'],
      ...[
        'status=active',
        'status=draft',
        'stock=out',
        'stock=low',
        'missing=picture',
        'missing=text',
        'missing=price',
      ],
      ...['q=jacket', 'q=skerry+rope', 'q=qs-mny-0123', 'q=nothing+of+that'],
    ],
  },
  stock: {
    path: `${admin}/catalog/stock`,
    ways: [
      ...['', 'sort=sku', 'sort=-sku', 'sort=available', 'sort=-available', 'page=100'],
      ...['level=low', 'level=out', 'q=jacket', 'q=qs-mny-0123'],
    ],
  },
  brands: {
    path: `${admin}/catalog/brands`,
    ways: ['', 'sort=-products', 'q=skagen', 'used=true'],
  },
  overview: {
    path: `${admin}/marketing/sales`,
    ways: ['', 'days=7', 'days=90', 'days=365', 'days=731', 'days=365&currency=USD', 'days=731&currency=EUR'],
  },
  'audit logs': {
    path: `${admin}/catalog/audit`,
    ways: ['', 'entity=product', 'action=changed', `from=${ago(1)}`],
  },
};

export interface TableResult {
  readonly name: string;
  readonly ways: number;
  readonly result: LoadResult;
  /** The ways of looking at it that take longest, milliseconds at p95. */
  readonly slowest: readonly { readonly way: string; readonly p95: number }[];
}

/** Every filter, sort and search of the back office's tables, as an admin asks for them; each `times` over by `clients`. */
export const benchBackOffice = async (
  staff: ShopClient,
  { clients, times }: { clients: number; times: number },
): Promise<TableResult[]> => {
  const results: TableResult[] = [];
  for (const [name, { path, ways }] of Object.entries(tables)) {
    const taken = new Map<string, number[]>(ways.map((way) => [way, []]));
    let failures = 0;
    const ask = async (way: string): Promise<void> => {
      const from = performance.now();
      const { status } = await staff.call('GET', `${path}?${way}`);
      if (status === 200) taken.get(way)?.push(performance.now() - from);
      else failures += 1;
    };
    // Whatever a database reads for the first time since its start is not what somebody waits for all day.
    for (const way of ways) await ask(way);
    for (const list of taken.values()) list.length = 0;
    const left = Array.from({ length: times }, () => ways).flat();
    const began = performance.now();
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (let way = left.pop(); way !== undefined; way = left.pop()) await ask(way);
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    const slowest = [...taken]
      .map(([way, list]) => ({ way: way === '' ? 'as it opens' : way, p95: summarise(list, 0, 1).p95 }))
      .toSorted((a, b) => b.p95 - a.p95)
      .filter(({ p95 }, at) => at === 0 || p95 > worthNaming)
      .slice(0, named);
    const result = summarise([...taken.values()].flat(), failures, seconds);
    results.push({ name, ways: ways.length, result, slowest });
  }
  return results;
};
