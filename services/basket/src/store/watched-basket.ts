import { concerns, type ItemChange, type Notice } from '../domain/notice.ts';
import type { BasketMessage } from './basket-codec.ts';

/**
 * What one replica knows of a basket that has open pages: its newest lines, and whom to tell. Messages and the
 * first read may come in any order; the highest version counts.
 */
export function createWatchedBasket() {
  const listeners = new Set<(notice: Notice) => void>();
  let known: BasketMessage = { version: -1, lines: [] };

  const tell = (notice: Notice): void => {
    for (const listener of listeners) listener(notice);
  };

  const changed = (message: BasketMessage): void => {
    if (message.version <= known.version) return;
    known = message;
    tell({ reason: 'basket', version: message.version });
  };

  return {
    listeners,
    tell,
    /** What a page that just opened read; the pages that were open before may have to be told. */
    learn(message: BasketMessage): void {
      if (known.version < 0) known = message;
      else changed(message);
    },
    basketChanged: changed,
    itemChanged(change: ItemChange): void {
      if (concerns(change, known.lines)) tell({ reason: 'item', itemId: change.itemId });
    },
  };
}

export type WatchedBasket = ReturnType<typeof createWatchedBasket>;
