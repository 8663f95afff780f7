import { orderId } from '@quayside/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readOrder } from '../../../../api/server/orders.ts';
import { requireUser } from '../../../../api/server/session.ts';
import { OrderView } from '../../../../features/orders/order-view.tsx';
import { PageFrame } from '../../../../ui/page-frame.tsx';

export const metadata: Metadata = { title: 'Your order' };

const briefMs = 1_000;

interface OrderPageProps {
  params: Promise<{ id: string }>;
  /** `placed` is there right after checkout, when the order may not be written down yet. */
  searchParams: Promise<{ placed?: string }>;
}

const OrderPage = async ({ params, searchParams }: OrderPageProps) => {
  const { id } = await params;
  const justPlaced = (await searchParams).placed !== undefined;
  if (!orderId.safeParse(id).success) notFound();
  await requireUser(`/orders/${id}`);
  const result = await readOrder(id, justPlaced ? briefMs : undefined);
  // Ordering may also be down meanwhile: the order is accepted all the same, so the page goes on waiting by itself.
  const order = justPlaced && !result.ok ? undefined : orThrow(result);
  return (
    <PageFrame>
      <OrderView key={id} id={id} rendered={order} isNew={justPlaced} />
    </PageFrame>
  );
};

export default OrderPage;
