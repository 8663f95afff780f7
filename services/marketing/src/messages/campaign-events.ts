import { marketingEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import type { Campaign } from '../domain/campaign.ts';

/** What is published of a campaign; of one with a code, as a coupon. */
export const campaignEvent = ({
  id,
  name,
  headline,
  body,
  names,
  headlines,
  bodies,
  discountPercent,
  typeSlug,
  code,
  maxUses,
  maxUsesPerCustomer,
  startsAt,
  endsAt,
  version,
}: Campaign): OutgoingEvent => {
  const shared = {
    id,
    name,
    ...(names && { names }),
    discountPercent,
    ...(typeSlug !== undefined && { typeSlug }),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    version,
  };
  const of = { subject: id, source: 'marketing' };
  return code === undefined
    ? newEvent(marketingEvents.campaignChanged, {
        ...of,
        data: {
          ...shared,
          headline,
          body,
          ...(headlines && { headlines }),
          ...(bodies && { bodies }),
        },
      })
    : newEvent(marketingEvents.couponChanged, {
        ...of,
        data: {
          ...shared,
          code,
          ...(maxUses !== undefined && { maxUses }),
          ...(maxUsesPerCustomer !== undefined && { maxUsesPerCustomer }),
        },
      });
};
