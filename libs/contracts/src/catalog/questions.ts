import { z } from 'zod';
import { adminListQuery } from '../shared/admin-list.ts';
import { aggregateVersion, timestamp } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { printableLine, printableText } from '../shared/text.ts';
import { slug } from './slugs.ts';

export const questionId = z.uuidv7();
export const answerId = z.uuidv7();
const said = z.object({ slug, name: z.string() });

/** What a buyer says to a question, as everybody reads it. */
const shownAnswer = z.object({ id: answerId, author: z.string(), body: z.string(), answeredAt: timestamp });

/** A question as everybody reads it. */
export const question = z
  .object({
    id: questionId,
    /** As whoever asks wishes to be called. */
    author: z.string(),
    body: z.string(),
    askedAt: timestamp,
    /** What the shop says. */
    reply: z.object({ body: z.string(), answeredAt: timestamp }).optional(),
    /** What buyers say, the first first. */
    answers: z.array(shownAnswer),
  })
  .meta({ id: 'Question' });
export type Question = z.infer<typeof question>;

/** Query of `GET /api/v1/catalog/products/{slug}/questions`. */
export const questionQuery = z.strictObject({
  ...pageQuery,
  sort: z.enum(['answered', 'newest']).default('answered'),
});

export const questionPage = pageOf(question).meta({ id: 'QuestionPage' });
export type QuestionPage = z.infer<typeof questionPage>;

/** Body of `POST /api/v1/catalog/products/{slug}/questions`. */
export const askedQuestion = z
  .strictObject({ body: printableText(1000), author: printableLine(40) })
  .meta({ id: 'AskedQuestion' });
export type AskedQuestion = z.input<typeof askedQuestion>;

/** Body of `PUT /api/v1/catalog/questions/{id}/answers/mine`. */
export const givenAnswer = z
  .strictObject({ body: printableText(2000), author: printableLine(40) })
  .meta({ id: 'GivenAnswer' });
export type GivenAnswer = z.input<typeof givenAnswer>;

const state = z.enum(['pending', 'published', 'refused']);

/** A question as whoever asked it sees it. */
export const ownQuestion = z
  .object({
    ...{ id: questionId, product: said, author: z.string(), body: z.string(), state, askedAt: timestamp },
    /** Why it is not shown. */
    refusal: z.string().optional(),
    /** How many have answered, the shop among them. */
    answers: z.int(),
  })
  .meta({ id: 'OwnQuestion' });
export type OwnQuestion = z.infer<typeof ownQuestion>;

/** An answer as whoever gave it sees it. */
export const ownAnswer = z
  .object({
    ...{ id: answerId, product: said, author: z.string(), body: z.string(), state, answeredAt: timestamp },
    question: z.object({ id: questionId, body: z.string() }),
    refusal: z.string().optional(),
  })
  .meta({ id: 'OwnAnswer' });
export type OwnAnswer = z.infer<typeof ownAnswer>;

/** All that somebody asked and answered. */
export const ownQuestions = z
  .object({ questions: z.array(ownQuestion), answers: z.array(ownAnswer) })
  .meta({ id: 'OwnQuestions' });
export type OwnQuestions = z.infer<typeof ownQuestions>;

/** Answer of `GET /api/v1/catalog/products/{slug}/questions/mine`. */
export const ownPartInQuestions = ownQuestions
  .extend({
    /** Who bought it may. */
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'OwnPartInQuestions' });
export type OwnPartInQuestions = z.infer<typeof ownPartInQuestions>;

const adminAnswer = z.object({
  ...{ id: answerId, author: z.string(), body: z.string(), state, refusal: z.string().nullable() },
  ...{ answeredAt: timestamp, version: aggregateVersion },
});

/** A question as staff see it, nothing of whoever asked but the name they gave. */
export const adminQuestion = z
  .object({
    id: questionId,
    product: z.object({ id: z.int(), slug, name: z.string() }),
    author: z.string(),
    body: z.string(),
    state,
    refusal: z.string().nullable(),
    reply: z.string().nullable(),
    askedAt: timestamp,
    changedAt: timestamp,
    /** Of buyers, the first first. */
    answers: z.array(adminAnswer),
    version: aggregateVersion,
  })
  .meta({ id: 'AdminQuestion' });
export type AdminQuestion = z.infer<typeof adminQuestion>;
export const adminQuestionPage = pageOf(
  adminQuestion.omit({ answers: true }).extend({
    /** Answers of buyers that wait to be read. */
    answersToRead: z.int(),
  }),
).meta({ id: 'AdminQuestionPage' });
export type AdminQuestionPage = z.infer<typeof adminQuestionPage>;

/** Query of `GET /api/v1/admin/catalog/questions`; `q` is looked for in question and product. */
export const adminQuestionQuery = z.strictObject({
  ...adminListQuery(['asked', 'changed']),
  /** `waiting`: it, or an answer to it, waits to be read. `unanswered`: shown, and nobody has answered. */
  state: z.enum([...state.options, 'waiting', 'unanswered']).optional(),
});
export type AdminQuestionInput = z.input<typeof adminQuestionQuery>;

/** Body of the decisions on a question and on an answer: what is not shown says why to whoever wrote it. */
export const questionDecision = z
  .discriminatedUnion('state', [
    z.strictObject({ state: z.literal('published') }),
    z.strictObject({ state: z.literal('refused'), refusal: printableLine(300) }),
  ])
  .meta({ id: 'QuestionDecision' });
export type QuestionDecision = z.infer<typeof questionDecision>;

/** Body of `PUT /api/v1/admin/catalog/questions/{id}/reply`; null takes it away. */
export const questionReply = z
  .strictObject({ reply: printableText(2000).nullable() })
  .meta({ id: 'QuestionReply' });
