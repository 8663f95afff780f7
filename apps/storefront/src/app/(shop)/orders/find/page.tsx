import type { Metadata } from 'next';
import { readUser } from '../../../../api/server/session.ts';
import { FindOrder } from '../../../../features/orders/find-order.tsx';
import { PageFrame } from '../../../../ui/page-frame.tsx';

export const metadata: Metadata = { title: 'Find your order' };

const FindOrderPage = async () => (
  <PageFrame>
    <FindOrder isSignedIn={(await readUser()) !== undefined} />
  </PageFrame>
);

export default FindOrderPage;
