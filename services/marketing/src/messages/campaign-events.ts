import { marketingEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import type { Campaign } from '../domain/campaign.ts';

/** The shop's own language, which the texts of a campaign are written in first. */
const language = 'en';

/** Complete in each language: what is not written in it stands in the shop's own. */
const textsOf = ({ name, headline, body, names = {}, headlines = {}, bodies = {} }: Campaign) =>
  Object.fromEntries(
    [language, ...Object.keys({ ...names, ...headlines, ...bodies })].map((one) => [
      one,
      { name: names[one] ?? name, headline: headlines[one] ?? headline, body: bodies[one] ?? body },
    ]),
  );

/**
 * What is published of a campaign: in both versions, the newer one first, so that whoever knows both keeps what that
 * says. Of one with a code, as a coupon.
 */
export const campaignEvents = (campaign: Campaign): OutgoingEvent[] => {
  const {
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
  } = campaign;
  const named = { name, ...(names && { names }) };
  const shared = {
    id,
    discountPercent,
    ...(typeSlug !== undefined && { typeSlug }),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    version,
  };
  const of = { subject: id, source: 'marketing' };
  if (code === undefined)
    return [
      newEvent(marketingEvents.campaignChangedV2, {
        ...of,
        data: { ...shared, language, texts: textsOf(campaign) },
      }),
      newEvent(marketingEvents.campaignChanged, {
        ...of,
        data: {
          ...shared,
          ...named,
          headline,
          body,
          ...(headlines && { headlines }),
          ...(bodies && { bodies }),
        },
      }),
    ];
  return [
    newEvent(marketingEvents.couponChanged, {
      ...of,
      data: {
        ...shared,
        ...named,
        code,
        ...(maxUses !== undefined && { maxUses }),
        ...(maxUsesPerCustomer !== undefined && { maxUsesPerCustomer }),
      },
    }),
  ];
};
