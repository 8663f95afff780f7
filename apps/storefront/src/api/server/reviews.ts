import 'server-only';
import { catalogApi, type AdminReviewInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getReview, listAdminReviews, listOwnReviews, readOwnPart } = catalogApi.routes;

/** Of a page that does without, rather than wait. */
const asideMs = 2500;

export const readOwnPartIn = (slug: string) => readGateway(readOwnPart, { params: { slug } }, asideMs);

export const readOwnReviews = () => readGateway(listOwnReviews, {});

export const readReviews = (query: AdminReviewInput) => readGateway(listAdminReviews, { query });

export const readReview = (id: string) => readGateway(getReview, { params: { id } });
