import { orderId } from '@quayside/contracts';
import { notFound } from 'next/navigation';
import { titled } from '../../../../i18n/titled.ts';
import { WithMessages } from '../../../../i18n/with-messages.tsx';
import { hasSession } from '../../../../api/server/gateway.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readPushKey } from '../../../../api/server/pushes.ts';
import { readOrder } from '../../../../api/server/orders.ts';
import { readUser } from '../../../../api/server/session.ts';
import { OrderByLink } from '../../../../features/orders/order-by-link.tsx';
import { OrderView } from '../../../../features/orders/order-view.tsx';
import { TellThisDevice } from '../../../../features/pushes/tell-this-device.tsx';
import { PageFrame } from '../../../../ui/page-frame.tsx';

export const generateMetadata = titled('order', { referrer: 'no-referrer' });

const briefMs = 1_000;
const parts = ['orders', 'payment', 'pushes'] as const;

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
  const [user, pushKey, result] = await Promise.all([
    readUser(),
    known ? readPushKey() : undefined,
    known ? readOrder(id, justPlaced ? briefMs : undefined) : undefined,
  ]);
  const isNotTheirs = !result || (!result.ok && [401, 404].includes(result.problem.status));
  if (isNotTheirs && !justPlaced)
    return (
      <WithMessages of={parts}>
        <PageFrame>
          <OrderByLink key={id} id={id} isSignedIn={user !== undefined} />
        </PageFrame>
      </WithMessages>
    );
  // Ordering may also be down meanwhile: the order is accepted all the same, so the page goes on waiting by itself.
  const order = !result || (justPlaced && !result.ok) ? undefined : orThrow(result);
  const follow = pushKey !== undefined && (
    <TellThisDevice publicKey={pushKey} {...(user ? { userId: user.id } : { orderId: id })} isByOrder />
  );
  return (
    <WithMessages of={parts}>
      <PageFrame>
        <OrderView
          key={id}
          {...{ id, follow }}
          rendered={order}
          isNew={justPlaced}
          isGuest={user === undefined}
        />
      </PageFrame>
    </WithMessages>
  );
};

export default OrderPage;
