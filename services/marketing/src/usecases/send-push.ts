import type { KnownOrder } from '@quayside/contracts';
import type { ClaimedWork } from '@quayside/due-work';
import { attemptsAtMost } from '../domain/mail-retry.ts';
import { PushNotTaken } from '../domain/push-errors.ts';
import type { DuePush, PushMatter, PushWorkKind } from '../domain/push.ts';
import type { Orders } from './write-mail.ts';

export type DuePushWork = ClaimedWork<PushWorkKind>;

/** What came of a message: `gone` is the browser; `busy` and `refused` say that it was not taken; `unclear` that nobody knows. */
export type PushOutcome =
  | { readonly came: 'taken' | 'gone' | 'refused' }
  | { readonly came: 'busy' | 'unclear'; readonly cause: unknown };
type SettledAs = 'sent' | 'refused' | 'unclear' | 'too-many-attempts';

/** The messages that wait, apart from when they are due. */
export interface WaitingPushes {
  announcement(id: string): Promise<PushMatter | undefined>;
  /** One message for each browser of the buyer, in the write that ends the announcement. */
  announce(id: string, order: { buyerId: string; number: string }): Promise<void>;
  drop(id: string): Promise<void>;
  /** Notes that it leaves now, before it does. Undefined: it left before, or its browser is forgotten. */
  take(id: string): Promise<DuePush | undefined>;
  /** It did not leave after all. */
  putBack(id: string): Promise<void>;
  settle(id: string, as: SettledAs): Promise<void>;
  /** Forgets the browser, with all that was to be sent to it. */
  forgetBrowser(endpoint: string): Promise<void>;
}

interface PushPorts {
  readonly pushes: WaitingPushes;
  readonly orders: Orders;
  readonly send: (push: DuePush) => Promise<PushOutcome>;
  readonly onAnnounced: () => void;
  readonly onNotSent: (work: DuePushWork, as: SettledAs, cause?: unknown) => void;
}

/** A guest who is forgotten is nobody to tell; a decline that was paid meanwhile, nothing. */
const isToBeTold = (
  { kind, about }: PushMatter,
  { buyer, guest, payment, shipments }: KnownOrder,
): boolean => {
  if (buyer.isGuest && !guest) return false;
  if (kind === 'payment-declined') return payment.declined !== undefined;
  if (kind === 'order-refunded') return true;
  return shipments.some(({ id }) => id === about);
};

const announce = async (id: string, { pushes, orders, onAnnounced }: PushPorts): Promise<void> => {
  const matter = await pushes.announcement(id);
  if (!matter) return;
  const order = await orders.find(matter.orderId);
  if (!order || !isToBeTold(matter, order)) return pushes.drop(id);
  await pushes.announce(id, { buyerId: order.buyer.id, number: order.number });
  onAnnounced();
};

/**
 * A message is noted as gone before it goes, and put back only when it certainly did not: a browser shows it twice to
 * whoever dismissed it, and a mail says the same. So a crash, or an answer that was lost, loses it rather than repeats it.
 */
const deliver = async (work: DuePushWork, { pushes, send, onNotSent }: PushPorts): Promise<void> => {
  const push = await pushes.take(work.id);
  if (!push) return;
  const outcome = await send(push);
  if (outcome.came === 'taken') return pushes.settle(work.id, 'sent');
  if (outcome.came === 'gone') return pushes.forgetBrowser(push.endpoint);
  if (outcome.came === 'busy' && work.attempt < attemptsAtMost) {
    await pushes.putBack(work.id);
    throw new PushNotTaken('it is tried again', { cause: outcome.cause });
  }
  const as = outcome.came === 'busy' ? 'too-many-attempts' : outcome.came;
  await pushes.settle(work.id, as);
  onNotSent(work, as, 'cause' in outcome ? outcome.cause : undefined);
};

/** Does one piece of work on messages to browsers; a throw means that it is to be tried again. */
export const createSendPush =
  (ports: PushPorts) =>
  (work: DuePushWork): Promise<void> =>
    work.kind === 'announce' ? announce(work.id, ports) : deliver(work, ports);
