import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readAudit } from '../../../../api/server/audit.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readQuestion } from '../../../../api/server/questions.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { QuestionDesk } from '../../../../features/admin/questions/question-desk.tsx';
import { ModerationMark } from '../../../../features/admin/moderation-mark.tsx';
import { AppLink } from '../../../../ui/app-link.tsx';
import { LocalTime } from '../../../../ui/local-time.tsx';

export const metadata: Metadata = { title: 'Question' };

const QuestionPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const [question, trail] = await Promise.all([
    readQuestion(id),
    readAudit({ entity: 'question', entityId: id, pageSize: 5 }),
  ]);
  const found = orThrow(question);
  return (
    <>
      <AdminHeading
        flag="H"
        title={`A question on ${found.product.name}`}
        back={{ href: '/admin/questions', label: 'Questions' }}
      >
        <ModerationMark state={found.state} />
      </AdminHeading>
      <div className="mb-8 max-w-2xl">
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
          <span className="wrap-anywhere">{found.author}</span>
          <LocalTime at={found.askedAt} withYear />
          <AppLink href={`/admin/products/${found.product.id}`} className="underline underline-offset-4">
            {found.product.name}
          </AppLink>
        </p>
        <p className="mt-3 whitespace-pre-line wrap-anywhere">{found.body}</p>
        {found.refusal && (
          <p className="mt-3 border-l-4 border-rule-strong pl-4 text-ink-soft">{found.refusal}</p>
        )}
      </div>
      <QuestionDesk question={found} />
      {trail.ok && (
        <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=question&entityId=${id}`} />
      )}
    </>
  );
};

export default QuestionPage;
