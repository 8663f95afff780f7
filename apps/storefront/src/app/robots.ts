import type { MetadataRoute } from 'next';
import { env } from '../env.ts';

export const dynamic = 'force-dynamic';

/** Filters multiply without end; what they narrow is found by the pages of departments and the sitemap. */
const filters = ['is', 'brand', 'min', 'max', 'inStock', 'sort', 'q'];

const robots = (): MetadataRoute.Robots => ({
  rules: {
    userAgent: '*',
    allow: ['/', '/api/v1/catalog/images/', '/api/v1/catalog/items/*/picture'],
    disallow: ['/api/', '/identity/', ...filters.map((name) => `/catalog?*${name}=`)],
  },
  sitemap: `${env.PUBLIC_ORIGIN}/sitemap.xml`,
});

export default robots;
