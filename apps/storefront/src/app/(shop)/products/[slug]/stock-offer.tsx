import { readUser } from '../../../../api/server/session.ts';
import { readStockRequests } from '../../../../api/server/stock-requests.ts';
import { LazyTellMeBack } from '../../../../features/back-in-stock/lazy-tell-me-back.tsx';

/** To be told when a sold-out item is back; left out for an account while what it waits for is out of reach. */
export const StockOffer = async ({ itemId }: { itemId: number }) => {
  if (!(await readUser())) return <LazyTellMeBack key={itemId} itemId={itemId} isSignedIn={false} />;
  const requests = await readStockRequests(2500);
  if (!requests.ok) return null;
  const isAsked = requests.data.items.some(({ item }) => item.id === itemId);
  return <LazyTellMeBack key={itemId} itemId={itemId} isSignedIn isAsked={isAsked} />;
};
