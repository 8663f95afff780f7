// Every route of the public API, called with what its description allows and with what it does not, by a stranger and by
// those who may do more: `npx pnpm test:api`. Closes with one line of counts.
import { join } from 'node:path';
import { createShopClient } from '../src/shop-client.ts';
import { startStack } from '../src/stack.ts';
import { fetchSchemathesis, fuzz } from './schemathesis.ts';

const root = join(import.meta.dirname, '../../..');
const cookie = '__Host-quayside-session=';

/** Streams do not end; what ends the session would make a stranger of whoever calls. */
const streams = '/events$|/stream$';
const endsTheSession = `${streams}|^/auth/|^/api/v1/account|/sessions|/sign-out|/users/|/customers/`;

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

const folder = await fetchSchemathesis(join(root, '.quayside', 'tools'));
const stack = await startStack();
const total = { passed: 0, failed: 0 };
try {
  const { origin } = stack;
  const description = `${origin}/api/openapi.json`;
  const stranger = await fuzz(folder, { description, phases: 'coverage,fuzzing', without: streams });
  total[stranger ? 'passed' : 'failed'] += 1;
  for (const email of ['shopper@quayside.test', 'admin@quayside.test']) {
    console.log(`\n== as ${email}`);
    const session = await sessionOf(origin, email);
    const fits = await fuzz(folder, { description, session, phases: 'coverage', without: endsTheSession });
    // Else most of it was called by nobody.
    const lasted = await isSignedIn(origin, session);
    if (!lasted) console.error(`The session of ${email} ended on the way`);
    total[fits && lasted ? 'passed' : 'failed'] += 1;
  }
} finally {
  await stack.stop();
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
