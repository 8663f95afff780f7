import { titled } from '../../../../i18n/titled.ts';
import { WithMessages } from '../../../../i18n/with-messages.tsx';
import { readUser } from '../../../../api/server/session.ts';
import { FindOrder } from '../../../../features/orders/find-order.tsx';
import { PageFrame } from '../../../../ui/page-frame.tsx';

export const generateMetadata = titled('findOrder');

const FindOrderPage = async () => (
  <WithMessages of={['orders']}>
    <PageFrame>
      <FindOrder isSignedIn={(await readUser()) !== undefined} />
    </PageFrame>
  </WithMessages>
);

export default FindOrderPage;
