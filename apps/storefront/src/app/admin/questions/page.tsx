import type { AdminQuestionInput } from '@quayside/contracts';
import type { Metadata } from 'next';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readQuestions } from '../../../api/server/questions.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { questionStates } from '../../../features/admin/questions/question-states.ts';
import { QuestionTable } from '../../../features/admin/questions/question-table.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';

export const metadata: Metadata = { title: 'Questions' };

const QuestionsPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: ['asked'],
    filters: { state: Object.keys(questionStates) },
  });
  const { q, sort, page, filters } = query;
  const found = orThrow(
    await readQuestions({
      page,
      pageSize: 25,
      ...(q && { q }),
      ...(sort && { sort: sort as NonNullable<AdminQuestionInput['sort']> }),
      ...(filters['state'] && { state: filters['state'] as NonNullable<AdminQuestionInput['state']> }),
    }),
  );
  return (
    <>
      <AdminHeading flag="H" title="Questions" about="What shoppers want to know, read before it is shown" />
      <QuestionTable page={found} query={query} />
    </>
  );
};

export default QuestionsPage;
