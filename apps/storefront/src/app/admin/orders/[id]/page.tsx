import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readSalesRegions } from '../../../../api/server/sales-regions.ts';
import { readStaffOrder } from '../../../../api/server/staff-orders.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { OrderPage } from '../../../../features/admin/orders/order-page.tsx';
import { WithMessages } from '../../../../i18n/with-messages.tsx';
import { addressRulesIn } from '../../../../ui/address/address-countries.ts';

export const metadata: Metadata = { title: 'Order' };

const StaffOrderPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)) notFound();
  const [read, regions] = await Promise.all([readStaffOrder(id), readSalesRegions()]);
  const order = orThrow(read);
  const addressRules = addressRulesIn(orThrow(regions), order.shippingAddress.country);
  return (
    <WithMessages of={['address']}>
      <AdminHeading
        flag="O"
        title={
          <>
            Order <span className="whitespace-nowrap">{order.number}</span>
          </>
        }
        back={{ href: '/admin/orders', label: 'Orders' }}
      />
      <OrderPage key={order.id} first={order} addressRules={addressRules} />
    </WithMessages>
  );
};

export default StaffOrderPage;
