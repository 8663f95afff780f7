import { orderId } from '@quayside/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasSession } from '../../../../api/server/gateway.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readOrder } from '../../../../api/server/orders.ts';
import { readUser } from '../../../../api/server/session.ts';
import { OrderByLink } from '../../../../features/orders/order-by-link.tsx';
import { OrderView } from '../../../../features/orders/order-view.tsx';
import { PageFrame } from '../../../../ui/page-frame.tsx';

export const metadata: Metadata = { title: 'Your order', referrer: 'no-referrer' };

const briefMs = 1_000;

interface OrderPageProps {
  params: Promise<{ id: string }>;
  /** `placed` is there right after checkout, when the order may not be written down yet. */
  searchParams: Promise<{ placed?: string }>;
}

const OrderPage = async ({ params, searchParams }: OrderPageProps) => {
  const { id } = await params;
  if (!orderId.safeParse(id).success) notFound();
  const known = await hasSession();
  const justPlaced = known && (await searchParams).placed !== undefined;
  const [user, result] = await Promise.all([
    readUser(),
    known ? readOrder(id, justPlaced ? briefMs : undefined) : undefined,
  ]);
  const isNotTheirs = !result || (!result.ok && [401, 404].includes(result.problem.status));
  if (isNotTheirs && !justPlaced)
    return (
      <PageFrame>
        <OrderByLink key={id} id={id} isSignedIn={user !== undefined} />
      </PageFrame>
    );
  // Ordering may also be down meanwhile: the order is accepted all the same, so the page goes on waiting by itself.
  const order = !result || (justPlaced && !result.ok) ? undefined : orThrow(result);
  return (
    <PageFrame>
      <OrderView key={id} id={id} rendered={order} isNew={justPlaced} isGuest={user === undefined} />
    </PageFrame>
  );
};

export default OrderPage;
