// A process of its own, so that what it costs to attack does not count as slowness of the shop. Ends when it is told to, and
// says then what became of its attempts.
import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Agent } from 'undici';
import { createShopClient, type ShopClient } from '../../src/shop-client.ts';
import { fromAddress } from './from-address.ts';

const { values } = parseArgs({
  options: {
    origin: { type: 'string', default: '' },
    /** Of real accounts; half of the guesses are made at them. */
    emails: { type: 'string', default: '' },
    perSecond: { type: 'string', default: '500' },
    addresses: { type: 'string', default: '50' },
    streams: { type: 'string', default: '4500' },
  },
});
const { origin } = values;
const emails = values.emails.split(',');
const addresses = Number(values.addresses);

export interface Attacked {
  /** Of guesses, by the status they were answered with. */
  guesses: Record<string, number>;
  /** Of streams, likewise; those that stand are 200. */
  streams: Record<string, number>;
}

const attacked: Attacked = { guesses: {}, streams: {} };
const note = (of: Record<string, number>, what: string | number) => (of[what] = (of[what] ?? 0) + 1);
let isOver = false;

interface Attacker {
  client: ShopClient;
  form: string;
}

/** Somebody with the form of a sign-in before them. */
const attackerAt = async (address: string, agent: Agent): Promise<Attacker> => {
  const client = createShopClient(origin, fromAddress(address, agent));
  const { html, url } = await client.visit('/auth/login');
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? '';
  return { client, form: new URL(action, url).pathname };
};

const guess = async ({ client, form }: Attacker, turn: number): Promise<void> => {
  const email = turn % 2 === 0 ? emails[turn % emails.length] : `nobody-${turn % 977}@quayside.test`;
  const fields = new URLSearchParams({ email: email ?? '', password: `wrong-guess-${turn}` });
  const answer = await client
    .call('POST', form, {
      raw: fields.toString(),
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    })
    .catch(() => undefined);
  note(attacked.guesses, answer?.status ?? 'none');
};

/** So many a second whatever becomes of them, from all addresses in turn. */
const guessOn = async (): Promise<void> => {
  const agent = new Agent({ connections: 512, pipelining: 1 });
  const all = Array.from({ length: addresses }, (_, at) => attackerAt(`203.0.113.${at + 1}`, agent));
  const attackers = await Promise.all(all);
  const beatMs = 20;
  const perBeat = (Number(values.perSecond) * beatMs) / 1000;
  for (let turn = 0, due = 0, next = performance.now(); !isOver; next += beatMs) {
    for (due += perBeat; due >= 1; due -= 1, turn += 1) {
      const attacker = attackers[turn % addresses];
      if (attacker) void guess(attacker, turn);
    }
    await pause(Math.max(0, next - performance.now()));
  }
};

/** One stream, and another as soon as it was refused or ended. */
const holdStream = async (): Promise<void> => {
  while (!isOver) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const url = new URL('/api/v1/basket/events', origin);
    const sent = get(url, { headers: { 'x-forwarded-for': '198.51.100.7' }, agent: false }, (answer) => {
      note(attacked.streams, answer.statusCode ?? 'none');
      answer.resume().once('close', resolve);
    });
    sent.once('error', () => {
      note(attacked.streams, 'none');
      resolve();
    });
    await promise;
    // Who attacks is patient enough not to be busy with that alone.
    await pause(30_000);
  }
};

process.once('message', () => {
  isOver = true;
  process.send?.(attacked, () => process.exit(0));
});
void guessOn();
for (let n = 0; n < Number(values.streams); n += 1) {
  void holdStream();
  if (n % 50 === 49) await pause(20);
}
