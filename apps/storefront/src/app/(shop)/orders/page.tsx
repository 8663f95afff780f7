import { getLocale, getTranslations } from 'next-intl/server';
import { titled } from '../../../i18n/titled.ts';
import { pathIn } from '../../../i18n/paths.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readOrders } from '../../../api/server/orders.ts';
import { requireUser } from '../../../api/server/session.ts';
import { NoOrders } from '../../../features/orders/no-orders.tsx';
import { OrderList } from '../../../features/orders/order-list.tsx';
import { PageFrame } from '../../../ui/page-frame.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { pageNumber } from '../../../ui/page-number.ts';
import { Paging } from '../../../ui/paging.tsx';

export const generateMetadata = titled('orders');

interface OrdersPageProps {
  searchParams: Promise<{ page?: string | string[] }>;
}

const OrdersPage = async ({ searchParams }: OrdersPageProps) => {
  const page = pageNumber((await searchParams).page);
  await requireUser(pathIn(await getLocale(), `/orders?page=${page}`));
  const t = await getTranslations('titles');
  // Read before anything is sent: whoever cannot see their orders is answered 503.
  const orders = orThrow(await readOrders(page));
  return (
    <PageFrame>
      <PageHeading title={t('orders')} />
      {orders.totalItems === 0 ? (
        <NoOrders />
      ) : (
        <>
          <OrderList orders={orders.items} />
          <Paging {...orders} hrefOf={(at) => `/orders?page=${at}`} />
        </>
      )}
    </PageFrame>
  );
};

export default OrdersPage;
