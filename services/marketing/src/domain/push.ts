/** What a buyer's browsers are told of an order. */
export type PushKind = 'order-shipped' | 'order-delivered' | 'order-refunded' | 'payment-declined';

/** One thing that happened to an order: ids alone. */
export interface PushMatter {
  readonly kind: PushKind;
  readonly orderId: string;
  /** The parcel, or the version of the order that it is about. */
  readonly about: string;
}

/** Somebody's browsers are to be told of it, as an event says. */
export interface QueuedPush extends PushMatter {
  readonly pushId: string;
  /** Absent where the event does not say it. */
  readonly buyerId?: string | undefined;
  readonly at: string;
  readonly correlationId: string;
  readonly traceparent?: string | undefined;
}

/** Work on messages: whom is it for, and then one for each browser. */
export type PushWorkKind = 'announce' | 'deliver';

export type PushLanguage = 'en' | 'de';

/** A browser, by what its own push service knows of it. */
export interface PushAddress {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** A message that is to leave now. */
export interface DuePush extends PushAddress {
  /** The same at every attempt. */
  readonly id: string;
  readonly kind: PushKind;
  readonly orderId: string;
  readonly number: string;
  readonly language: PushLanguage;
}

/** So many browsers of one person; a further one takes the place of the oldest. */
export const subscriptionsAtMost = 10;

const guestDays = 90;
/** Browsers that follow one order of a guest are forgotten where they subscribed before this. */
export const guestsForgottenBefore = (now: Date): Date =>
  new Date(now.getTime() - guestDays * 24 * 60 * 60 * 1000);

/**
 * Whether an address may be one of a push service: https, and no password, port or bare number in it. What its name leads
 * to is looked at when it is connected to.
 *
 * @param allowed hosts that may be written to all the same, by http and at any port too
 */
export const isPushAddress = (endpoint: string, allowed: readonly string[]): boolean => {
  const url = URL.parse(endpoint);
  if (!url || url.username || url.password) return false;
  if (allowed.includes(url.hostname)) return true;
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(url.hostname);
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    isName &&
    !/\.(localhost|local|internal)$/.test(url.hostname)
  );
};
