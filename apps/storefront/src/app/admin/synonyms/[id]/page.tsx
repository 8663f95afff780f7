import { synonymPhrases } from '@quayside/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readAudit } from '../../../../api/server/audit.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readSynonymGroup } from '../../../../api/server/synonyms.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { formFields } from '../../../../features/admin/form/form-fields.ts';
import { SynonymForm } from '../../../../features/admin/synonyms/synonym-form.tsx';
import { synonymFields } from '../../../../features/admin/synonyms/synonym-fields.ts';

export const metadata: Metadata = { title: 'Synonyms' };

const SynonymsPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const [group, trail] = await Promise.all([
    readSynonymGroup(Number(id)),
    readAudit({ entity: 'synonyms', entityId: id, pageSize: 5 }),
  ]);
  const found = orThrow(group);
  return (
    <>
      <AdminHeading
        flag="Y"
        title={found.phrases[0] ?? 'Synonyms'}
        about="The search of the shop goes by it as soon as it is saved"
        back={{ href: '/admin/synonyms', label: 'Synonyms' }}
      />
      <SynonymForm group={found} fields={formFields(synonymPhrases, synonymFields)} />
      {trail.ok && (
        <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=synonyms&entityId=${id}`} />
      )}
    </>
  );
};

export default SynonymsPage;
