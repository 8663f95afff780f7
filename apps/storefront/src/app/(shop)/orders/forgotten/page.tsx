import { useTranslations } from 'next-intl';
import { Farewell } from '../../../../features/content/farewell.tsx';
import { titled } from '../../../../i18n/titled.ts';

export const generateMetadata = titled('guestForgotten', { robots: { index: false } });

const GuestForgottenPage = () => <Farewell t={useTranslations('orders.forgotten')} />;

export default GuestForgottenPage;
