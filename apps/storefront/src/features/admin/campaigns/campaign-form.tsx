'use client';

import type { AdminCampaign, CampaignUpdate, NewCampaign } from '@quayside/contracts';
import { changeCampaign, createCampaign } from '../../../api/browser/campaigns.ts';
import { EditForm } from '../form/edit-form.tsx';
import type { FormField } from '../form/form-fields.ts';
import type { FormValues } from '../form/form-values.ts';
import { NewForm } from '../form/new-form.tsx';
import { useIfMatch } from '../form/use-if-match.ts';
import { EndButton } from './end-button.tsx';

const problemFields = {
  'campaign-without-time': 'endsAt',
  'coupon-without-discount': 'discountPercent',
  'coupon-code-taken': 'code',
};

/** A form holds texts; the discount is a number. */
const toCampaign = <T,>({ discountPercent, ...texts }: Record<string, string | null>): T =>
  ({
    ...texts,
    ...(discountPercent !== undefined &&
      discountPercent !== null && { discountPercent: Number(discountPercent) }),
  }) as T;

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
