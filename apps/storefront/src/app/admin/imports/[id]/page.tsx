import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readImport } from '../../../../api/server/imports.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { ImportView } from '../../../../features/admin/imports/import-view.tsx';
import { sizeOf } from '../../../../features/admin/imports/import-words.ts';

export const metadata: Metadata = { title: 'Import' };

const ImportPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const one = orThrow(await readImport(id));
  return (
    <>
      <AdminHeading
        flag="I"
        title={one.name}
        about={`${sizeOf(one.bytes)}, uploaded by ${one.actor.name ?? 'somebody who left'}`}
        back={{ href: '/admin/imports', label: 'Imports' }}
      />
      <ImportView key={id} rendered={one} />
    </>
  );
};

export default ImportPage;
