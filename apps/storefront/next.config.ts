import createMdx from '@next/mdx';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { pageRewrites } from './src/i18n/paths.ts';

process.env['NEXT_TELEMETRY_DISABLED'] = '1';

/** `standalone` for an image: a folder with a server and only the files it needs. `next start` does without. */
const output = process.env['NEXT_OUTPUT'] === 'standalone' ? 'standalone' : undefined;

const config: NextConfig = {
  ...(output && { output }),
  // The published language is TypeScript source; Next compiles it with the pages.
  transpilePackages: ['@quayside/contracts'],
  // What the shop says about itself is Markdown, compiled with the pages.
  pageExtensions: ['ts', 'tsx', 'mdx'],
  poweredByHeader: false,
  devIndicators: false,
  agentRules: false,
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  logging: { incomingRequests: false, browserToTerminal: 'error' },
  experimental: { authInterrupts: true },
  rewrites: () => Promise.resolve({ beforeFiles: pageRewrites(), afterFiles: [], fallback: [] }),
};

/** Messages are compiled with the pages, so that no browser needs a parser of them. */
const withMessages = createNextIntlPlugin({
  requestConfig: './src/i18n/request.ts',
  experimental: {
    messages: { path: './messages', format: 'json', locales: ['en', 'de'], precompile: true },
  },
});

export default withMessages(createMdx()(config));
