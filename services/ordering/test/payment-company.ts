import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const entry = join(import.meta.dirname, '../../../apps/payment-sandbox/src/main/payment-sandbox.ts');
const site = { ALLOWED_ORIGINS: 'http://shop.test' };
const apiKey = 'test-payment-key';

interface SandboxCharge {
  id: string;
  status: string;
  nextAction?: { url: string };
  amount: number;
  amountRefunded: number;
  reference: string;
}

export interface PaymentCompany {
  config: { PAYMENT_URL: string; PAYMENT_API_KEY: string };
  /** What the company did for an order. */
  chargeOf(orderId: string): Promise<SandboxCharge | undefined>;
  /** All charges in its books that are for the order of this number. */
  chargesFor(number: string): Promise<SandboxCharge[]>;
  /** What the buyer does at the company: types a code, or decides at the bank. */
  answer(url: string, said: { code: string } | { decision: 'approve' | 'refuse' }): Promise<number>;
  close(): Promise<void>;
}

/** The real payment sandbox as a process of its own, on a free port. */
export const startPaymentCompany = async (env: Record<string, string> = {}): Promise<PaymentCompany> => {
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', PORT: '0', PAYMENT_API_KEY: apiKey, ...site, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A test process that is ended by force takes it along.
  process.once('exit', () => child.kill('SIGKILL'));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The payment sandbox ended with ${code}`)));
    createInterface(child.stdout).on('line', (line) => {
      const { port: listening } = JSON.parse(line) as { port?: number };
      if (listening) resolve(listening);
    });
  });
  const url = `http://127.0.0.1:${port}`;
  const list = async (path: string) => {
    const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${apiKey}` } });
    return (await answer.json()) as { items: SandboxCharge[]; totalItems: number };
  };
  return {
    config: { PAYMENT_URL: url, PAYMENT_API_KEY: apiKey },
    async chargeOf(orderId) {
      return (await list(`/v1/charges?idempotencyKey=${orderId}`)).items[0];
    },
    async chargesFor(number) {
      const charges: SandboxCharge[] = [];
      for (let page = 1; ; page += 1) {
        const { items, totalItems } = await list(`/v1/books?page=${page}&pageSize=100`);
        charges.push(...items.filter(({ reference }) => reference === number));
        if (page * 100 >= totalItems) return charges;
      }
    },
    async answer(address, said) {
      const [kind, secret] = new URL(address).pathname.split('/').slice(1);
      const { status } = await fetch(`${url}/v1/${kind}/${secret}/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(said),
      });
      return status;
    },
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};
