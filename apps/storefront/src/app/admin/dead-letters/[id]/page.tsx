import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readIdentityAudit } from '../../../../api/server/audit.ts';
import { readDeadLetter } from '../../../../api/server/dead-letters.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { LetterDesk } from '../../../../features/admin/dead-letters/letter-desk.tsx';
import { LetterFacts } from '../../../../features/admin/dead-letters/letter-facts.tsx';
import { LetterStateMark } from '../../../../features/admin/dead-letters/letter-state-mark.tsx';
import { typeWords } from '../../../../features/admin/dead-letters/letter-words.ts';

export const metadata: Metadata = { title: 'Dead letter' };

const DeadLetterPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[0-9a-f]{32}$/.test(id)) notFound();
  const [read, trail] = await Promise.all([
    readDeadLetter(id),
    readIdentityAudit({ entity: 'dead-letter', entityId: id, pageSize: 5 }),
  ]);
  const letter = orThrow(read);
  return (
    <>
      <AdminHeading
        flag="U"
        title={typeWords(letter)}
        back={{ href: '/admin/dead-letters', label: 'Dead letters' }}
      >
        <LetterStateMark state={letter.state} />
      </AdminHeading>
      <LetterDesk id={id} isOpen={letter.state === 'open'} />
      {letter.discardReason !== undefined && (
        <p className="mb-8 border-l-4 border-rule-strong pl-4 text-ink-soft">{letter.discardReason}</p>
      )}
      <LetterFacts letter={letter} />
      {trail.ok && (
        <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=dead-letter&entityId=${id}`} />
      )}
    </>
  );
};

export default DeadLetterPage;
