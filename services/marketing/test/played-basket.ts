import type { MailedDraftOrder } from '@quayside/contracts';
import { playService } from '@quayside/testkit';

/** Plays Basket to what Marketing asks of it. */
export const playBasket = async () => {
  const drafts = new Map<string, MailedDraftOrder>();
  const played = await playService((path) => {
    const found = drafts.get(/^\/internal\/v1\/draft-orders\/([^/]+)$/.exec(path)?.[1] ?? '');
    return found ? { status: 200, body: found } : { status: 404, body: { code: 'draft-order-not-found' } };
  });
  return {
    config: { BASKET_URL: played.url },
    know: (draft: MailedDraftOrder) => void drafts.set(draft.id, draft),
    close: played.close,
  };
};
