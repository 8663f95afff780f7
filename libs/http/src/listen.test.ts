import { Agent, request } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { listen } from './listen.ts';

describe('listen', () => {
  test('stops once the answers under way are out, although clients keep their connections', async () => {
    const begun = Promise.withResolvers<() => void>();
    const listening = await listen((_req, res) => begun.resolve(() => res.end('done')), {
      host: '127.0.0.1',
      port: 0,
    });
    const agent = new Agent({ keepAlive: true });
    const answered = new Promise<string>((resolve, reject) => {
      const sent = request({ port: listening.port, agent }, (answer) => {
        answer.setEncoding('utf8').on('data', resolve);
      });
      sent.on('error', reject).end();
    });
    const finish = await begun.promise;
    const closed = listening.close();
    finish();
    expect(await answered).toBe('done');
    await closed;
    agent.destroy();
    expect(listening.server.listening).toBe(false);
  }, 4000);
});
