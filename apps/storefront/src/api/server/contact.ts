import 'server-only';
import { createHash } from 'node:crypto';
import {
  contactFault,
  marketingApi,
  proofHeader,
  proofProblems,
  type ContactFault,
  type ContactMessageBody,
} from '@quayside/contracts';
import { z } from 'zod';
import { sendThroughGateway } from './gateway.ts';

type Sent = 'sent' | 'too-often' | 'unproven' | 'failed' | readonly ContactFault[];

/** What was changed since it was sent from the same form is another message, with a key of its own. */
const keyOf = (form: string, body: ContactMessageBody): string =>
  createHash('sha256')
    .update(JSON.stringify([form, body]))
    .digest('hex');

/**
 * @param form tells forms apart, so that one sent twice is one message
 * @param proof of work, or an empty text where none was asked for
 */
export const sendContactMessage = async (
  form: string,
  body: ContactMessageBody,
  proof: string,
): Promise<Sent> => {
  const result = await sendThroughGateway(
    marketingApi.routes.sendContactMessage,
    { headers: { 'idempotency-key': keyOf(form, body) }, body },
    proof === '' ? {} : { [proofHeader]: proof },
  );
  if (result.ok) return 'sent';
  const { status, code, faults } = result.problem;
  const found = z.array(contactFault).safeParse(faults);
  if (found.success) return found.data;
  if (code in proofProblems) return 'unproven';
  return status === 429 ? 'too-often' : 'failed';
};
