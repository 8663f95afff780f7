import type { OwnPushSubscription } from '@quayside/contracts';
import { PushAddressRefused, PushNotOffered } from '../domain/push-errors.ts';
import { isPushAddress, type PushAddress, type PushLanguage } from '../domain/push.ts';

export interface NewPushSubscription extends PushAddress {
  readonly language: PushLanguage;
  /** The account, or the guest that placed `orderId`. */
  readonly ownerId: string;
  /** Of a guest, who is told of this order alone. */
  readonly orderId?: string;
}

/** Which browsers are told of whose orders. */
export interface PushSubscriptions {
  of(ownerId: string): Promise<readonly OwnPushSubscription[]>;
  keep(subscription: NewPushSubscription): Promise<void>;
  end(endpoint: string): Promise<void>;
}

interface SubscribePorts {
  readonly subscriptions: PushSubscriptions;
  readonly isOffered: boolean;
  /** Private hosts that may be written to. */
  readonly allowed: readonly string[];
}

/**
 * @throws {PushNotOffered}
 * @throws {PushAddressRefused}
 */
export const createSubscribe =
  ({ subscriptions, isOffered, allowed }: SubscribePorts) =>
  async (wanted: NewPushSubscription): Promise<void> => {
    if (!isOffered) throw new PushNotOffered();
    if (!isPushAddress(wanted.endpoint, allowed)) throw new PushAddressRefused();
    await subscriptions.keep(wanted);
  };
