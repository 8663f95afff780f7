import { useTranslations } from 'next-intl';
import { Farewell } from '../../../../features/content/farewell.tsx';
import { titled } from '../../../../i18n/titled.ts';

export const generateMetadata = titled('accountDeleted', { robots: { index: false } });

const AccountDeletedPage = () => <Farewell t={useTranslations('account.deleted')} />;

export default AccountDeletedPage;
