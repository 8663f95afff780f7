import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { env } from '../env.ts';
import { formatTag } from '../i18n/locales.ts';
import { WithMessages } from '../i18n/with-messages.tsx';
import { fontVariables } from './fonts.ts';
import './globals.css';

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('titles');
  return {
    title: { default: t('shop'), template: '%s · Quayside' },
    description: t('description'),
    metadataBase: new URL(env.PUBLIC_ORIGIN),
    openGraph: {
      siteName: 'Quayside',
      type: 'website',
      locale: formatTag(await getLocale()).replace('-', '_'),
    },
  };
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f4eb' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1a29' },
  ],
};

const RootLayout = async ({ children }: { children: ReactNode }) => {
  const t = await getTranslations('frame');
  return (
    <html lang={await getLocale()} className={fontVariables}>
      <body>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-ink focus:p-3 focus:text-white"
        >
          {t('skip')}
        </a>
        <WithMessages of={[]}>{children}</WithMessages>
      </body>
    </html>
  );
};

export default RootLayout;
