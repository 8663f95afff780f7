import { afterAll, expect, test } from '@jest/globals';
import { createSmtpPost } from '../src/smtp-post.ts';
import { refusedCertificates, startCertificateServers } from '@quayside/testkit';

const servers = await startCertificateServers({ greeting: '220 mail.test\r\n' });
afterAll(() => servers.close());

const deliver = (host: string): Promise<unknown> =>
  createSmtpPost({ url: `smtps://shop:word@${host}`, from: 'shop@quayside.test' })
    .deliver({
      to: { name: '', address: 'signe@quayside.test' },
      ...{ subject: 'Hello', text: 'Hello', html: '<p>Hello</p>', messageId: '<1@quayside.test>' },
    })
    .catch((error: unknown) => error);

test.each(refusedCertificates)(
  'a mail server with a certificate %s is told nothing',
  async (_whose, which, why) => {
    expect(String(await deliver(servers[which].host))).toMatch(why);
    expect(servers[which].said()).toBe(0);
  },
);

test('a mail server with a certificate of its own is spoken to', async () => {
  await Promise.all([servers.right.spokenTo, deliver(servers.right.host)]);
});
