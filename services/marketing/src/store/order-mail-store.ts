import type { ClientBase } from 'pg';
import type { OrderMailMatter, PaymentLinkMatter, ReviewRequestMatter } from '../domain/mail.ts';

interface QueuedFacts {
  readonly mailId: string;
  /** Absent where the event does not say it. */
  readonly buyerId?: string | undefined;
  /** When it happened. */
  readonly at: string;
  /** Of the flow in which it did. */
  readonly correlationId: string;
  readonly traceparent?: string | undefined;
  /** Absent: at once. */
  readonly dueAt?: string;
}
export type QueuedOrderMail = (OrderMailMatter | PaymentLinkMatter | ReviewRequestMatter) & QueuedFacts;

/** Mails about orders, in a transaction of the caller. */
export const orderMailsIn = (tx: ClientBase) => ({
  /**
   * One of a kind for each thing that happened, whatever comes how often; none to a buyer who is gone, nor of what
   * happened before there were such mails.
   */
  queue: async (mails: readonly QueuedOrderMail[]): Promise<void> => {
    await tx.query({
      name: 'queue-order-mails',
      text: `INSERT INTO mails (id, kind, order_id, about, buyer_id, amount, currency, correlation_id, traceparent,
                                due_at)
             SELECT mail.id, kind, order_id, about, buyer_id, amount, currency, correlation_id, traceparent,
                    coalesce(due_at, now())
             FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::bigint[], $7::text[],
                         $8::timestamptz[], $9::text[], $10::text[], $11::timestamptz[])
                  AS mail (id, kind, order_id, about, buyer_id, amount, currency, happened_at,
                           correlation_id, traceparent, due_at),
                  order_mails_begin
             WHERE happened_at >= order_mails_begin.at
               AND NOT EXISTS (SELECT FROM users WHERE users.id = buyer_id AND deleted)
             ON CONFLICT (order_id, kind, about) WHERE order_id IS NOT NULL DO NOTHING`,
      values: [
        mails.map(({ mailId }) => mailId),
        mails.map(({ kind }) => kind),
        mails.map(({ orderId }) => orderId),
        mails.map(({ about }) => about),
        mails.map(({ buyerId }) => buyerId ?? null),
        mails.map((mail) => ('amount' in mail && mail.amount?.amount) || null),
        mails.map((mail) => ('amount' in mail && mail.amount?.currency) || null),
        mails.map(({ at }) => at),
        mails.map(({ correlationId }) => correlationId),
        mails.map(({ traceparent }) => traceparent ?? null),
        mails.map(({ dueAt }) => dueAt ?? null),
      ],
    });
  },
});
