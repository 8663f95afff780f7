import { newCampaign } from '@quayside/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readMarketingAudit } from '../../../../api/server/audit.ts';
import { readCampaign } from '../../../../api/server/campaigns.ts';
import { readShopTypes } from '../../../../api/server/catalog.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { campaignFields } from '../../../../features/admin/campaigns/campaign-fields.ts';
import { CampaignForm } from '../../../../features/admin/campaigns/campaign-form.tsx';
import { CampaignStateMark } from '../../../../features/admin/campaigns/campaign-state-mark.tsx';
import { formFields } from '../../../../features/admin/form/form-fields.ts';

export const metadata: Metadata = { title: 'Campaign' };

const CampaignPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const [campaign, types, trail] = await Promise.all([
    readCampaign(id),
    readShopTypes(),
    readMarketingAudit({ entity: 'campaign', entityId: id, pageSize: 5 }),
  ]);
  const found = orThrow(campaign);
  return (
    <>
      <AdminHeading
        flag="M"
        title={found.name}
        back={{ href: '/admin/campaigns', label: 'Campaigns' }}
        about={found.code === null ? 'Everybody has it' : `Whoever types ${found.code} has it`}
      >
        <CampaignStateMark state={found.state} />
      </AdminHeading>
      <CampaignForm campaign={found} fields={formFields(newCampaign, campaignFields(orThrow(types).items))} />
      {trail.ok && (
        <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=campaign&entityId=${id}`} />
      )}
    </>
  );
};

export default CampaignPage;
