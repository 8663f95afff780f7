import { FollowLink } from '../../../../features/back-in-stock/follow-link.tsx';
import { titled } from '../../../../i18n/titled.ts';
import { WithMessages } from '../../../../i18n/with-messages.tsx';
import { PageFrame } from '../../../../ui/page-frame.tsx';

export const generateMetadata = titled('endMails', { robots: { index: false }, referrer: 'no-referrer' });

const EndMailsPage = () => (
  <WithMessages of={['waiting']}>
    <PageFrame>
      <FollowLink purpose="end-reviews" />
    </PageFrame>
  </WithMessages>
);

export default EndMailsPage;
