import type { Redis } from 'ioredis';
import type { Notice } from '../domain/notice.ts';
import type { BasketState } from '../domain/priced-basket.ts';
import type { OpenBaskets, Owner } from '../usecases/ports.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { decodeItemMessage, type BasketMessage } from './basket-codec.ts';
import type { Keys } from './keys.ts';
import { createWatchedBasket, type WatchedBasket } from './watched-basket.ts';

interface Dependencies {
  /** A connection for nothing else: one that subscribes can do no other commands. */
  subscriber: Redis;
  keys: Keys;
  read: (owner: Owner) => Promise<BasketState>;
}

/**
 * Follows, over Redis pub/sub, the baskets that have a page open on this replica. Each basket has a channel of its
 * own, subscribed while at least one page shows it; items, campaigns and the sales settings have one each for all.
 */
export function createOpenBaskets({ subscriber, keys, read }: Dependencies): OpenBaskets {
  const watched = new Map<string, WatchedBasket>();
  const shared = [keys.itemChannel, keys.campaignChannel, keys.settingsChannel];

  subscriber.on('message', (channel: string, message: string) => {
    if (channel === keys.itemChannel) itemChanged(message);
    else if (channel === keys.campaignChannel) tellAll({ reason: 'campaign' });
    else if (channel === keys.settingsChannel) tellAll({ reason: 'settings' });
    else watched.get(channel)?.basketChanged(JSON.parse(message) as BasketMessage);
  });
  // ioredis subscribes again by itself after a lost connection, but what was published meanwhile is gone.
  subscriber.on('ready', () => tellAll({ reason: 'missed' }));

  function tellAll(notice: Notice): void {
    for (const basket of watched.values()) basket.tell(notice);
  }

  function itemChanged(message: string): void {
    if (watched.size === 0) return;
    const change = decodeItemMessage(message);
    for (const basket of watched.values()) basket.itemChanged(change);
  }

  async function leave(channel: string, basket: WatchedBasket): Promise<void> {
    if (basket.listeners.size > 0 || watched.get(channel) !== basket) return;
    watched.delete(channel);
    await subscriber.unsubscribe(channel).catch(() => undefined);
  }

  return {
    async watch(owner, tell) {
      const channel = keys.basketChannel(owner.id);
      const basket = watched.get(channel) ?? createWatchedBasket();
      watched.set(channel, basket);
      basket.listeners.add(tell);
      const end = (): void => {
        basket.listeners.delete(tell);
        void leave(channel, basket);
      };
      try {
        await answerOrUnavailable(subscriber.subscribe(channel, ...shared));
        basket.learn((await read(owner)).basket);
      } catch (error) {
        end();
        throw error;
      }
      return end;
    },
  };
}
