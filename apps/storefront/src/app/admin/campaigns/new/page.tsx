import { newCampaign } from '@quayside/contracts';
import type { Metadata } from 'next';
import { connection } from 'next/server';
import { readShopTypes } from '../../../../api/server/catalog.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { newCampaignFields } from '../../../../features/admin/campaigns/campaign-fields.ts';
import { NewCampaignForm } from '../../../../features/admin/campaigns/campaign-form.tsx';
import { formFields } from '../../../../features/admin/form/form-fields.ts';

export const metadata: Metadata = { title: 'New campaign' };

const hourMs = 3_600_000;
const usualHours = 14 * 24;

const NewCampaignPage = async () => {
  await connection();
  const { items } = orThrow(await readShopTypes());
  const nextHour = Math.ceil(Date.now() / hourMs) * hourMs;
  return (
    <>
      <AdminHeading flag="M" title="New campaign" back={{ href: '/admin/campaigns', label: 'Campaigns' }} />
      <NewCampaignForm
        fields={formFields(newCampaign, newCampaignFields(items))}
        first={{
          discountPercent: '10',
          startsAt: new Date(nextHour).toISOString(),
          endsAt: new Date(nextHour + usualHours * hourMs).toISOString(),
        }}
      />
    </>
  );
};

export default NewCampaignPage;
