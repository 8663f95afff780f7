import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createLifecycle } from './lifecycle.ts';
import { createLogger } from './logger.ts';

const begin = (deadlineMs?: number) => {
  const lines: string[] = [];
  const logger = createLogger({ service: 'test' }, { write: (line) => void lines.push(line) });
  return { lifecycle: createLifecycle({ logger, ...(deadlineMs && { deadlineMs }) }), lines };
};

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a lifecycle', () => {
  test('closes in the reverse order of opening, and is not ready from the first moment', async () => {
    const { lifecycle } = begin();
    const seen: string[] = [];
    for (const name of ['pool', 'consumer', 'server']) {
      lifecycle.add(name, async () => {
        seen.push(`${name} ${(await lifecycle.health.readiness()).ready}`);
      });
    }
    await lifecycle.stop('SIGTERM');
    expect(seen).toEqual(['server false', 'consumer false', 'pool false']);
  });

  test('closes the rest when one close fails, and says which', async () => {
    const { lifecycle, lines } = begin();
    let closed = false;
    lifecycle.add('pool', async () => void (closed = true));
    lifecycle.add('consumer', async () => {
      throw new Error('no broker');
    });
    await lifecycle.stop('SIGTERM');
    expect(closed).toBe(true);
    const fault = lines.map((line) => JSON.parse(line)).find(({ level }) => level === 'error');
    expect(fault).toMatchObject({ resource: 'consumer' });
  });

  test('stops once, however often it is asked', async () => {
    const { lifecycle } = begin();
    let closes = 0;
    lifecycle.add('pool', async () => void (closes += 1));
    await Promise.all([lifecycle.stop('SIGTERM'), lifecycle.stop('SIGTERM')]);
    expect(closes).toBe(1);
  });

  test('exits at its deadline and names what does not close, and what waits behind it', async () => {
    const { lifecycle, lines } = begin(50);
    const exited = new Promise<unknown>((resolve) => {
      jest.spyOn(process, 'exit').mockImplementation(resolve as () => never);
    });
    lifecycle.add('pool', async () => undefined);
    lifecycle.add('consumer', () => new Promise(() => undefined));
    lifecycle.add('server', async () => undefined);
    const keepsTheLoop = setTimeout(() => undefined, 60_000);
    void lifecycle.stop('SIGTERM');
    expect(await exited).toBe(1);
    clearTimeout(keepsTheLoop);
    const fault = lines.map((line) => JSON.parse(line)).find(({ level }) => level === 'error');
    expect(fault).toMatchObject({ open: ['pool', 'consumer'] });
  });
});
