import type { OrderMail as OrderMailView } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import { mayResend, resend, type OrderMail } from '../domain/mail-resend.ts';
import type { OrderMails } from '../usecases/order-mails.ts';
import { contract } from './contract.ts';

interface Dependencies {
  mails: OrderMails;
  /** Told that a mail is due. */
  onQueued: () => void;
  now: () => Date;
}

const viewOf = (mail: OrderMail, now: Date): OrderMailView => {
  const { id, kind, state, queuedAt, settledAt, reason, resends } = mail;
  return {
    ...{ id, kind, state, queuedAt: queuedAt.toISOString(), resends: resends.length },
    ...(settledAt && state !== 'queued' && { settledAt: settledAt.toISOString() }),
    ...(reason !== undefined && { reason }),
    canResend: mayResend(mail, now),
  };
};

/** Which mails about an order there are, for staff, who may send one again. */
export const serveOrderMails = (api: Api, { mails, onQueued, now }: Dependencies): void =>
  api.serve(contract, {
    listOrderMails: async ({ params: { id } }) => {
      const found = await mails.ofOrder(id);
      return ok({ items: found.map((mail) => viewOf(mail, now())) });
    },
    resendOrderMail: async ({ params: { id: orderId, mailId }, headers, principal }) => {
      const asked = { key: headers['idempotency-key'], now: now() };
      const by = { id: principal.id, name: principal.name };
      const mail = await mails.resend({ orderId, mailId }, by, (found) => resend(found, asked));
      onQueued();
      return ok(viewOf(mail, now()));
    },
  });
