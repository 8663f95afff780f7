import type { Metadata } from 'next';
import { readApiKeys } from '../../../api/server/api-keys.ts';
import { readIdentityAudit } from '../../../api/server/audit.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { KeyForm } from '../../../features/admin/api-keys/key-form.tsx';
import { KeyList } from '../../../features/admin/api-keys/key-list.tsx';
import { AuditTrail } from '../../../features/admin/audit/audit-trail.tsx';
import { Section } from '../../../features/admin/section.tsx';

export const metadata: Metadata = { title: 'API keys' };

const ApiKeysPage = async () => {
  const [keys, trail] = await Promise.all([
    readApiKeys(),
    readIdentityAudit({ entity: 'api-key', pageSize: 5 }),
  ]);
  return (
    <>
      <AdminHeading
        flag="K"
        title="API keys"
        about="For systems that work with the shop in place of a person: a warehouse, a till, bookkeeping"
      />
      <Section title="Keys">
        <KeyList keys={orThrow(keys).items} />
      </Section>
      <Section title="Make a key">
        <KeyForm />
      </Section>
      {trail.ok && <AuditTrail entries={trail.data.items} href="/admin/audit?entity=api-key" />}
    </>
  );
};

export default ApiKeysPage;
