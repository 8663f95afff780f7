// Every route that has a description, called with what it allows and with what it does not, by those who may and by those
// who may not: `npx pnpm test:api`; with `--long` by more of both. Closes with one line of counts.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { processes, type Process } from '@quayside/system';
import { createShopClient } from '../src/shop-client.ts';
import { startStack } from '../src/stack.ts';
import {
  forEverybody,
  forShopper,
  forSomebody,
  forStaff,
  internal,
  namesOf,
  type Chosen,
} from './descriptions.ts';
import { fetchSchemathesis, fuzz, type FuzzRun } from './schemathesis.ts';

const root = join(import.meta.dirname, '../../..');
const cookie = '__Host-quayside-session=';
const { values } = parseArgs({ options: { long: { type: 'boolean', default: false } } });

/** Streams do not end; what ends the session would make a stranger of whoever calls. */
const streams = /\/(events|stream)$/;
const endsTheSession = /^\/auth\/|^\/api\/v1\/account\/(sessions|deletion)/;
/** Each run is one process on one core. */
const atOnce = 2;

interface Run extends Pick<FuzzRun, 'mode'> {
  name: string;
  origin: string;
  /** Where the description is. */
  path: string;
  chosen: Chosen;
  email?: string;
}

const sessionOf = async (origin: string, email: string): Promise<string> => {
  let session = '';
  const shopper = createShopClient(origin, async (url, init) => {
    const answer = await fetch(url, init);
    for (const line of answer.headers.getSetCookie()) {
      if (line.startsWith(cookie)) session = line.slice(cookie.length).split(';')[0] ?? '';
    }
    return answer;
  });
  await shopper.signIn(email);
  return session;
};

const isSignedIn = async (origin: string, session: string): Promise<boolean> => {
  const answer = await fetch(new URL('/auth/session', origin), {
    headers: { cookie: `${cookie}${session}` },
  });
  return ((await answer.json()) as { authenticated: boolean }).authenticated;
};

/** Two parts of as many operations, so that two processes have as much to do. */
const halves = (chosen: Chosen): Chosen[] =>
  [0, 1].map((half) => {
    let seen = 0;
    return (path, operation) => chosen(path, operation) && (seen += 1) % 2 === half;
  });

/** Longest first. */
const runsOf = (origin: string, portOf: (process: Process) => number): Run[] => {
  const edge = { origin, path: '/api/openapi.json' };
  const admin = { ...edge, email: 'admin@quayside.test' };
  const shopper = { ...edge, email: 'shopper@quayside.test' };
  return [
    ...halves(forStaff).map((chosen, at) => ({
      ...admin,
      mode: 'all' as const,
      name: `an admin, part ${at + 1}`,
      chosen,
    })),
    { ...edge, mode: 'all', name: 'a stranger', chosen: forEverybody },
    { ...shopper, mode: 'all', name: 'a shopper', chosen: forShopper },
    { ...edge, mode: 'positive', name: 'a stranger who may not', chosen: forSomebody },
    ...(processes as readonly Process[])
      .filter(({ kind }) => kind === 'service')
      .map((process) => ({
        mode: 'all' as const,
        name: `a stranger inside at ${process.name}`,
        ...{ origin: `http://127.0.0.1:${portOf(process)}`, path: '/openapi.json', chosen: internal },
      })),
  ];
};

const folder = await fetchSchemathesis(join(root, '.quayside', 'tools'));
const stack = await startStack();
const total = { passed: 0, failed: 0 };

/** A run passes when every answer was one that the description has. */
const carryOut = async ({ name, origin, path, chosen, email, mode }: Run): Promise<void> => {
  const description = origin + path;
  const isLeftOut = (route: string) =>
    streams.test(route) || (email !== undefined && endsTheSession.test(route));
  const operations = await namesOf(
    description,
    (route, operation) => !isLeftOut(route) && chosen(route, operation),
  );
  if (operations.length === 0) return;
  const session = email && (await sessionOf(origin, email));
  const from = performance.now();
  const phases = values.long ? 'coverage,fuzzing' : 'coverage';
  const { fits, said } = await fuzz(folder, { description, operations, origin, session, mode, phases });
  // Else most of it was called by nobody.
  const lasted = !session || (await isSignedIn(origin, session));
  const isGood = fits && lasted;
  total[isGood ? 'passed' : 'failed'] += 1;
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  console.log(`${isGood ? 'ok  ' : 'FAIL'} ${name}: ${operations.length} operations (${seconds} s)`);
  if (!lasted) console.log(`The session of ${email} ended on the way`);
  if (!fits) console.log(said);
};

try {
  const waiting = runsOf(stack.origin, ({ port }) => stack.portAt(port));
  const work = async (): Promise<void> => {
    for (let run = waiting.shift(); run; run = waiting.shift()) await carryOut(run);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
} finally {
  await stack.stop();
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
