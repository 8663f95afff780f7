import type { Metadata } from 'next';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { DeliveryForm } from '../../../../features/admin/stock/delivery-form.tsx';

export const metadata: Metadata = { title: 'Receive a delivery' };

const ReceivePage = () => (
  <>
    <AdminHeading
      flag="S"
      title="Receive a delivery"
      about="All of it is booked, or nothing"
      back={{ href: '/admin/stock', label: 'Stock' }}
    />
    <DeliveryForm />
  </>
);

export default ReceivePage;
