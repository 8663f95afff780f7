import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { fontVariables } from './fonts.ts';
import { env } from '../env.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Quayside, outfitters for the water', template: '%s · Quayside' },
  description: 'Clothing and gear for people who work, sail and wander by the water.',
  metadataBase: new URL(env.PUBLIC_ORIGIN),
  openGraph: { siteName: 'Quayside', type: 'website', locale: 'en_US' },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f4eb' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1a29' },
  ],
};

const RootLayout = ({ children }: { children: ReactNode }) => (
  <html lang="en" className={fontVariables}>
    <body>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-ink focus:p-3 focus:text-white"
      >
        Skip to the content
      </a>
      {children}
    </body>
  </html>
);

export default RootLayout;
