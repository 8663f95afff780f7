import type { MetadataRoute } from 'next';

const manifest = (): MetadataRoute.Manifest => ({
  name: 'Quayside, outfitters for the water',
  short_name: 'Quayside',
  description: 'Clothing and gear for people who work, sail and wander by the water.',
  id: '/',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#f7f4eb',
  theme_color: '#f7f4eb',
  icons: [
    { src: '/icon1.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon2.png', sizes: '512x512', type: 'image/png' },
    { src: '/icon2.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
});

export default manifest;
