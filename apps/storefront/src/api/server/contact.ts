import 'server-only';
import { createHash } from 'node:crypto';
import { contactFault, marketingApi, type ContactFault, type ContactMessageBody } from '@quayside/contracts';
import { z } from 'zod';
import { sendThroughGateway } from './gateway.ts';

type Sent = 'sent' | 'too-often' | 'failed' | readonly ContactFault[];

/** What was changed since it was sent from the same form is another message, with a key of its own. */
const keyOf = (form: string, body: ContactMessageBody): string =>
  createHash('sha256')
    .update(JSON.stringify([form, body]))
    .digest('hex');

/** @param form tells forms apart, so that one sent twice is one message */
export const sendContactMessage = async (form: string, body: ContactMessageBody): Promise<Sent> => {
  const result = await sendThroughGateway(marketingApi.routes.sendContactMessage, {
    headers: { 'idempotency-key': keyOf(form, body) },
    body,
  });
  if (result.ok) return 'sent';
  const { status, faults } = result.problem;
  const found = z.array(contactFault).safeParse(faults);
  if (found.success) return found.data;
  return status === 429 ? 'too-often' : 'failed';
};
