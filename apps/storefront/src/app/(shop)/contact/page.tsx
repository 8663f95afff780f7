import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { readUser } from '../../../api/server/session.ts';
import { ContactForm } from '../../../features/content/contact-form.tsx';
import { alternatesOf } from '../../../i18n/alternates.ts';
import { WithMessages } from '../../../i18n/with-messages.tsx';
import { PageFrame } from '../../../ui/page-frame.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('contact');
  return {
    title: t('title'),
    description: t('lead'),
    alternates: alternatesOf('/contact', await getLocale()),
  };
};

const topicOf = (topic: string | string[] | undefined): string =>
  typeof topic === 'string' && ['order', 'product'].includes(topic) ? topic : 'other';

interface ContactPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const ContactPage = async ({ searchParams }: ContactPageProps) => {
  const t = await getTranslations('contact');
  const { topic, order } = await searchParams;
  const user = await readUser();
  const values = {
    topic: order === undefined ? topicOf(topic) : 'order',
    orderNumber: typeof order === 'string' ? order.slice(0, 40) : '',
    ...{ name: user?.name ?? '', email: user?.email ?? '', text: '' },
  };
  return (
    <WithMessages of={['contact']}>
      <PageFrame>
        <PageHeading title={t('title')} />
        <p className="mb-8 max-w-prose text-ink-soft">{t('lead')}</p>
        <ContactForm first={{ form: crypto.randomUUID(), values, faults: [] }} />
      </PageFrame>
    </WithMessages>
  );
};

export default ContactPage;
