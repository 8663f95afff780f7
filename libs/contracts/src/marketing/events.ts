import { defineEvent } from '../shared/event.ts';
import { topics } from '../shared/topics.ts';
import { campaign } from './http.ts';

/** The whole campaign after any change. Subject: the campaign id. */
export const campaignChanged = defineEvent({
  type: 'quayside.marketing.campaign-changed.v1',
  topic: topics.marketing,
  data: campaign,
});
