import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { env } from '../env.ts';
import { formatTag } from '../i18n/locales.ts';
import { WithMessages } from '../i18n/with-messages.tsx';
import { EarlyEntries } from '../ui/early-entries/early-entries.tsx';
import { noteEarlyEntries } from '../ui/early-entries/note-early-entries.ts';
import { nonceHeader } from '../page-headers.ts';
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
  const nonce = (await headers()).get(nonceHeader) ?? undefined;
  return (
    <html lang={await getLocale()} className={fontVariables}>
      <head>
        <script
          nonce={nonce}
          dangerouslySetInnerHTML={{ __html: noteEarlyEntries }}
          suppressHydrationWarning
        />
      </head>
      <body>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-ink focus:p-3 focus:text-white"
        >
          {t('skip')}
        </a>
        <WithMessages of={[]}>{children}</WithMessages>
        <EarlyEntries />
      </body>
    </html>
  );
};

export default RootLayout;
