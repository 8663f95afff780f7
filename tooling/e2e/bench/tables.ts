import type { TableResult } from './back-office.ts';
import type { CheckoutResult } from './checkout.ts';
import type { LoadResult } from './load.ts';
import type { Used } from './measured.ts';
import type { SellingResult } from './selling.ts';

const ms = (value: number): string => value.toFixed(1);
const print = (...cells: (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);

export const printHeader = (...names: string[]): void => {
  print(...names);
  print(...names.map(() => '---'));
};

const cpuColumn = (used: readonly Used[], operations: number): string =>
  used
    .filter(({ name }) => name !== 'this bench')
    .map(({ name, cpu }) => ({ name, ms: (cpu * 1000) / Math.max(1, operations) }))
    .filter(({ ms }) => ms >= 0.02)
    .slice(0, 5)
    .map(({ name, ms }) => `${name} ${ms.toFixed(2)}`)
    .join(', ');

const latencies = ({ p50, p95, p99 }: LoadResult): string[] => [p50, p95, p99].map(ms);

export const printLoad = (name: string, clients: number, result: LoadResult, used: readonly Used[]): void =>
  print(
    name,
    clients,
    result.perSecond.toFixed(0),
    ...latencies(result),
    result.failures,
    cpuColumn(used, result.operations),
  );

/** How many orders, how quick, and what each cost in every process. */
export const printCheckouts = (results: readonly CheckoutResult[]): void => {
  console.log('\nCheckout to paid (put one, check out; latency from submitted to paid):\n');
  printHeader('clients', 'orders', 'orders per second', 'p50 ms', 'p95 ms', 'p99 ms', 'failed requests');
  for (const { clients, orders, requests } of results) {
    const { operations, perSecond } = orders;
    print(clients, operations, perSecond.toFixed(1), ...latencies(orders), requests.failures);
  }
  console.log('\nCPU ms per order:\n');
  printHeader('process', ...results.map(({ clients }) => `${clients} clients`));
  const names = [...new Set(results.toReversed().flatMap(({ cpu }) => [...cpu.keys()]))];
  for (const name of names) print(name, ...results.map(({ cpu }) => (cpu.get(name) ?? 0).toFixed(2)));
  const sums = results.map(({ cpu }) => [...cpu.values()].reduce((sum, one) => sum + one, 0));
  print('all', ...sums.map((sum) => sum.toFixed(2)));
};

export const printLoneOrders = (result: LoadResult): void => {
  console.log('\nA lone order, from submitted to paid:\n');
  printHeader('orders', 'p50 ms', 'p95 ms', 'p99 ms');
  print(result.operations, ...latencies(result));
};

/** What listing gets while the shop sells. */
export const printSelling = (results: readonly SellingResult[]): void => {
  console.log('\nLists of 24 products while orders are placed:\n');
  printHeader(
    'orders per second',
    'lists per second',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'from memory',
    'CPU ms per list',
  );
  for (const { ordersPerSecond, lists, hitRate, used } of results) {
    print(
      ordersPerSecond.toFixed(1),
      lists.perSecond.toFixed(0),
      ...latencies(lists),
      `${(hitRate * 100).toFixed(1)} %`,
      cpuColumn(used, lists.operations),
    );
  }
};

/** How long staff wait for a table, and which way of looking at it takes longest. */
export const printBackOffice = (results: readonly TableResult[], clients: number): void => {
  console.log(`\nTables of the back office, ${clients} at a time:\n`);
  printHeader('table', 'ways', 'p50 ms', 'p95 ms', 'p99 ms', 'failed', 'the slowest, p95 ms');
  for (const { name, ways, result, slowest } of results) {
    const worst = slowest.map(({ way, p95 }) => `${way} ${ms(p95)}`);
    print(name, ways, ...latencies(result), result.failures, worst.join(', '));
  }
};
