import type { Metadata } from 'next';
import { readCampaigns } from '../../../api/server/campaigns.ts';
import { readShopTypes } from '../../../api/server/catalog.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { CampaignTable } from '../../../features/admin/campaigns/campaign-table.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Campaigns' };

const CampaignsPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: ['name', 'starts', 'ends', 'discount'],
    filters: { state: ['running', 'planned', 'over'], kind: ['everybody', 'code'] },
  });
  const { q, sort, page, filters } = query;
  const [found, types] = await Promise.all([
    readCampaigns({
      page,
      pageSize: 25,
      ...(q && { q }),
      ...(sort && { sort }),
      ...(filters['state'] && { state: filters['state'] as 'running' }),
      ...(filters['kind'] && { kind: filters['kind'] as 'code' }),
    }),
    readShopTypes(),
  ]);
  const departments = types.ok ? types.data.items : [];
  return (
    <>
      <AdminHeading
        flag="M"
        title="Campaigns"
        about="What is said and taken off for a time, for everybody or by a code"
      >
        <AppLink href="/admin/campaigns/new" className={button('primary')}>
          New campaign
        </AppLink>
      </AdminHeading>
      <CampaignTable
        page={orThrow(found)}
        query={query}
        departments={Object.fromEntries(departments.map(({ slug, name }) => [slug, name]))}
      />
    </>
  );
};

export default CampaignsPage;
