import { synonymPhrases } from '@quayside/contracts';
import type { Metadata } from 'next';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { formFields } from '../../../../features/admin/form/form-fields.ts';
import { NewSynonymForm } from '../../../../features/admin/synonyms/synonym-form.tsx';
import { synonymFields } from '../../../../features/admin/synonyms/synonym-fields.ts';

export const metadata: Metadata = { title: 'New synonyms' };

const NewSynonymsPage = () => (
  <>
    <AdminHeading flag="Y" title="New synonyms" back={{ href: '/admin/synonyms', label: 'Synonyms' }} />
    <NewSynonymForm fields={formFields(synonymPhrases, synonymFields)} />
  </>
);

export default NewSynonymsPage;
