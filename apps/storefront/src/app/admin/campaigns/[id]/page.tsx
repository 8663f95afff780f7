import { newCampaign, type AdminCampaign } from '@quayside/contracts';
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

/** How often a code was used, and how often it may be. */
const usesOf = ({ uses, maxUses }: AdminCampaign): string =>
  `Used in ${uses === 1 ? 'one order' : `${uses} orders`}${maxUses === null ? '' : ` of ${maxUses} at most`}.`;

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
        about={
          found.code === null ? 'Everybody has it' : `Whoever types ${found.code} has it. ${usesOf(found)}`
        }
      >
        <CampaignStateMark state={found.state} />
      </AdminHeading>
      <CampaignForm
        campaign={found}
        fields={formFields(newCampaign, campaignFields(orThrow(types).items, found.code !== null))}
      />
      {trail.ok && (
        <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=campaign&entityId=${id}`} />
      )}
    </>
  );
};

export default CampaignPage;
