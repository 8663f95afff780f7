'use client';

import type { AdminCampaign, CampaignUpdate, NewCampaign } from '@quayside/contracts';
import { changeCampaign, createCampaign } from '../../../api/browser/campaigns.ts';
import { EditForm } from '../form/edit-form.tsx';
import type { FormField } from '../form/form-fields.ts';
import { nested, type FormValues } from '../form/form-values.ts';
import { NewForm } from '../form/new-form.tsx';
import { useIfMatch } from '../form/use-if-match.ts';
import { EndButton } from './end-button.tsx';

const problemFields = {
  'campaign-without-time': 'endsAt',
  'coupon-without-discount': 'discountPercent',
  'coupon-code-taken': 'code',
  'limit-without-code': 'maxUses',
};

const numbers = ['discountPercent', 'maxUses', 'maxUsesPerCustomer'];

/** A form holds texts; some of a campaign are numbers. */
const toCampaign = <T,>(texts: Record<string, string | null>): T =>
  Object.fromEntries(
    Object.entries(nested(texts)).map(([name, text]) => [
      name,
      text !== null && numbers.includes(name) ? Number(text) : text,
    ]),
  ) as T;

export const NewCampaignForm = ({ fields, first }: { fields: FormField[]; first: FormValues }) => (
  <NewForm
    fields={fields}
    first={first}
    saveLabel="Add the campaign"
    create={(body) => createCampaign(toCampaign<NewCampaign>(body))}
    hrefOf={(id) => `/admin/campaigns/${id}`}
    problemFields={problemFields}
  />
);

export const CampaignForm = ({ campaign, fields }: { campaign: AdminCampaign; fields: FormField[] }) => {
  const edited = useIfMatch(campaign);
  const { id } = edited.read;
  return (
    <EditForm
      // What ended it changed a field of the form.
      key={edited.read.state === 'over' ? 'over' : 'open'}
      fields={fields}
      edited={edited}
      change={(etag, body) => changeCampaign(id, etag, toCampaign<CampaignUpdate>(body))}
      problemFields={problemFields}
    >
      <EndButton edited={edited} />
    </EditForm>
  );
};
