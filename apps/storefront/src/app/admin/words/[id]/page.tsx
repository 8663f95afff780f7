import { wordUpdate } from '@quayside/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readAudit } from '../../../../api/server/audit.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readWord } from '../../../../api/server/words.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { formFields } from '../../../../features/admin/form/form-fields.ts';
import { wordFields } from '../../../../features/admin/words/word-fields.ts';
import { WordForm } from '../../../../features/admin/words/word-form.tsx';
import { usesInWords } from '../../../../features/admin/words/word-uses.ts';

export const metadata: Metadata = { title: 'Word' };

const WordPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const [word, trail] = await Promise.all([
    readWord(Number(id)),
    readAudit({ entity: 'word', entityId: id, pageSize: 5 }),
  ]);
  const found = orThrow(word);
  return (
    <>
      <AdminHeading
        flag="E"
        title={found.term}
        about={`Used as: ${usesInWords(found.uses)}`}
        back={{ href: '/admin/words', label: 'Words' }}
      />
      <WordForm word={found} fields={formFields(wordUpdate, wordFields)} />
      {trail.ok && <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=word&entityId=${id}`} />}
    </>
  );
};

export default WordPage;
