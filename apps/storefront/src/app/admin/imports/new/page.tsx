import type { Metadata } from 'next';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { ImportSteps } from '../../../../features/admin/imports/import-steps.tsx';
import { UploadForm } from '../../../../features/admin/imports/upload-form.tsx';

export const metadata: Metadata = { title: 'New import' };

const NewImportPage = () => (
  <>
    <AdminHeading
      flag="I"
      title="New import"
      about="Products with their variants, prices and stock, from a file"
      back={{ href: '/admin/imports', label: 'Imports' }}
    />
    <div className="max-w-4xl">
      <ImportSteps />
      <UploadForm />
    </div>
  </>
);

export default NewImportPage;
