import type { OrderMail, Resend } from '../domain/mail-resend.ts';
import type { Actor } from './campaigns.ts';

/** Mails about orders, as staff see them. */
export interface OrderMails {
  /** The first first. @throws {MailsUnavailable} */
  ofOrder(orderId: string): Promise<OrderMail[]>;
  /**
   * Queues a mail once more, where `decide` says so, and says in the audit log who did.
   *
   * @throws {MailNotFound | MailsUnavailable} and whatever `decide` throws
   */
  resend(
    about: { orderId: string; mailId: string },
    by: Actor,
    decide: (mail: OrderMail) => Resend | undefined,
  ): Promise<OrderMail>;
}
