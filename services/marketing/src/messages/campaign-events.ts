import { marketingEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import type { Campaign } from '../domain/campaign.ts';

export const campaignChanged = (campaign: Campaign): OutgoingEvent =>
  newEvent(marketingEvents.campaignChanged, {
    subject: campaign.id,
    source: 'marketing',
    data: { ...campaign, startsAt: campaign.startsAt.toISOString(), endsAt: campaign.endsAt.toISOString() },
  });
