import { useTranslations } from 'next-intl';
import { PageFrame } from '../../../ui/page-frame.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { ListSkeleton } from '../../../ui/skeleton.tsx';

const BasketLoading = () => (
  <PageFrame>
    <PageHeading title={useTranslations('titles')('basket')} />
    <ListSkeleton />
  </PageFrame>
);

export default BasketLoading;
