// The shop under attack: `npx pnpm bench:attack`. 500 wrong sign-ins a second from 50 addresses and 4,500 event streams from
// one, with the limits of production, while 20 shoppers buy and 10 sign in.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { processes, type Process } from '@quayside/system';
import { createControl } from '../../src/control.ts';
import { startStack } from '../../src/stack.ts';
import { memoryMb } from '../cpu.ts';
import { summarise } from '../load.ts';
import { printHeader } from '../tables.ts';
import type { Attacked } from './attackers.ts';
import { buyOn, honestPeople, noCount, signInOn, type Count } from './honest.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } });
const seconds = Number(values.seconds);
const people = { buying: 20, signingIn: 10 };

const stack = await startStack({
  environment: { LIMIT_FACTOR: '1', HEAPS_OF_PODS: 'true', TRUSTED_PROXY_HOPS: '1' },
});
const control = createControl(stack);

/** The most that each process held, looked at once a second. */
const watchMemory = async (until: number): Promise<Map<string, number>> => {
  const most = new Map<string, number>();
  while (Date.now() < until) {
    for (const { name, pid } of await control.processes())
      if (pid !== null) most.set(name, Math.max(most.get(name) ?? 0, memoryMb(pid)));
    await pause(1000);
  }
  return most;
};

const attack = (emails: readonly string[]) => {
  const child = fork(join(import.meta.dirname, 'attackers.ts'), [
    ...['--origin', stack.origin, '--emails', emails.join(',')],
  ]);
  return {
    end: async (): Promise<Attacked> => {
      child.send('end');
      const [told] = (await once(child, 'message')) as [Attacked];
      return told;
    },
  };
};

const printCount = (what: string, { latencies, failures }: Count): void => {
  const { operations, p50, p95, p99 } = summarise(latencies, failures.length, seconds);
  const ms = [p50, p95, p99].map((value) => value.toFixed(0));
  console.log(`| ${[what, operations, failures.length, ...ms].join(' | ')} |`);
  for (const why of new Set(failures)) console.error(`${what}: ${why}`);
};

const statuses = (told: Record<string, number>): string =>
  Object.entries(told)
    .map(([status, count]) => `${status}: ${count}`)
    .join(', ');

/** What honest people get for a while, and what the processes hold meanwhile. */
const measure = async (everybody: Awaited<ReturnType<typeof honestPeople>>) => {
  const until = Date.now() + seconds * 1000;
  const [bought, signedIn] = [noCount(), noCount()];
  const [buying, signingIn] = [everybody.slice(0, people.buying), everybody.slice(people.buying)];
  const [memory] = await Promise.all([
    watchMemory(until),
    ...buying.map((one) => buyOn(one, bought, until)),
    ...signingIn.map((one) => signInOn(one, signedIn, until)),
  ]);
  return { bought, signedIn, memory };
};

const header = () => printHeader('', 'done', 'failed', 'p50 ms', 'p95 ms', 'p99 ms');
try {
  const everybody = await honestPeople(stack.origin, people.buying + people.signingIn);
  const calm = await measure(everybody);
  const attacker = attack(everybody.map(({ email }) => email));
  const busy = await measure(everybody);
  const told = await attacker.end();

  console.log(`${seconds} s each, load of the machine ${loadavg()[0]?.toFixed(1)}\n`);
  header();
  printCount('bought, submitted to paid, in peace', calm.bought);
  printCount('bought, submitted to paid, under attack', busy.bought);
  printCount('signed in, in peace', calm.signedIn);
  printCount('signed in, under attack', busy.signedIn);
  console.log(`\nWrong sign-ins by status: ${statuses(told.guesses)}`);
  console.log(`Streams by status: ${statuses(told.streams)}\n`);
  printHeader('process', 'MB in peace', 'MB under attack', 'limit of its pod');
  for (const { name, resources } of processes as readonly Process[]) {
    const [before = 0, most = 0] = [calm.memory.get(name), busy.memory.get(name)];
    if (most > 0)
      console.log(`| ${[name, before.toFixed(0), most.toFixed(0), resources.memoryLimit].join(' | ')} |`);
  }
} finally {
  await stack.stop();
}
