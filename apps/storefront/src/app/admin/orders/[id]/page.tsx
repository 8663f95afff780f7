import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readStaffOrder } from '../../../../api/server/staff-orders.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { OrderPage } from '../../../../features/admin/orders/order-page.tsx';

export const metadata: Metadata = { title: 'Order' };

const StaffOrderPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)) notFound();
  const order = orThrow(await readStaffOrder(id));
  return (
    <>
      <AdminHeading
        flag="O"
        title={`Order ${order.number}`}
        back={{ href: '/admin/orders', label: 'Orders' }}
      />
      <OrderPage key={order.id} first={order} />
    </>
  );
};

export default StaffOrderPage;
