import type { ContactMessageBody } from '@quayside/contracts';
import type { ContactMessage } from '../domain/contact-message.ts';
import { contactMessageOf } from './contact-message-of.ts';

interface Sent {
  readonly key: string;
  /** Of what came under the key. */
  readonly fingerprint: string;
  /** Of whoever is signed in. */
  readonly accountId: string | undefined;
  readonly message: ContactMessage;
}

/** The messages that wait for their mail. */
export interface ContactMessages {
  /**
   * Keeps it, and queues its mail; the same once more under its key changes nothing.
   *
   * @throws {IdempotencyKeyReused} {ContactUnavailable}
   */
  keep(sent: Sent): Promise<void>;
}

/** What the mail of a message is written from. */
export interface ContactMessageReads {
  /** Undefined: it went with the account of its writer. */
  find(mailId: string): Promise<(ContactMessage & { readonly accountId: string | undefined }) | undefined>;
}

export const createSendContactMessage =
  ({ messages }: { messages: ContactMessages }) =>
  async ({ body, ...sent }: Omit<Sent, 'message'> & { readonly body: ContactMessageBody }): Promise<void> =>
    messages.keep({ ...sent, message: contactMessageOf(body) });
export type SendContactMessage = ReturnType<typeof createSendContactMessage>;
