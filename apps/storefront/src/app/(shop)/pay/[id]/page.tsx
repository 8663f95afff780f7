import { orderId } from '@quayside/contracts';
import { notFound } from 'next/navigation';
import { LinkedOrderPage } from '../../../../features/pay-by-link/linked-order-page.tsx';
import { titled } from '../../../../i18n/titled.ts';
import { WithMessages } from '../../../../i18n/with-messages.tsx';
import { PageFrame } from '../../../../ui/page-frame.tsx';

export const generateMetadata = titled('pay', { robots: { index: false }, referrer: 'no-referrer' });

const PayPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!orderId.safeParse(id).success) notFound();
  return (
    <WithMessages of={['checkout', 'paying', 'payment']}>
      <PageFrame>
        <LinkedOrderPage key={id} id={id} />
      </PageFrame>
    </WithMessages>
  );
};

export default PayPage;
