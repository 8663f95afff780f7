import { StaleVersion } from './errors.ts';
import type { ReviewVerdict } from './review.ts';

export type QuestionState = 'pending' | 'published' | 'refused';

interface Written {
  readonly id: string;
  readonly author: string;
  readonly body: string;
  /** Read by staff before it is shown. */
  readonly state: QuestionState;
  /** Why it is not shown. */
  readonly refusal: string | null;
  readonly version: number;
}

/** What a buyer says to a question. */
export interface Answer extends Written {
  readonly questionId: string;
  readonly answeredAt: Date;
}

/** What somebody wants to know of a product. */
export interface Question extends Written {
  readonly product: { readonly id: number; readonly slug: string; readonly name: string };
  /** What the shop says. */
  readonly reply: string | null;
  readonly repliedAt: Date | null;
  readonly askedAt: Date;
  readonly changedAt: Date;
  /** Of buyers, the first first. */
  readonly answers: readonly Answer[];
}

/** How many questions of one person may wait to be read. */
export const mayWait = 5;

const requireVersion = (written: Written, expectedVersion: number, current: object): void => {
  if (written.version !== expectedVersion) throw new StaleVersion(current);
};

/** Undefined where staff had decided so. */
const decided = <T extends Written>(written: T, verdict: ReviewVerdict): T | undefined => {
  const refusal = verdict.state === 'refused' ? verdict.refusal : null;
  if (written.state === verdict.state && written.refusal === refusal) return undefined;
  return { ...written, state: verdict.state, refusal, version: written.version + 1 };
};

/**
 * The question after staff decided on it; undefined where they had decided so.
 *
 * @throws {StaleVersion}
 */
export const decideQuestion = (
  question: Question,
  verdict: ReviewVerdict,
  expectedVersion: number,
): Question | undefined => {
  requireVersion(question, expectedVersion, question);
  return decided(question, verdict);
};

/**
 * The answer of a buyer after staff decided on it; undefined where they had decided so.
 *
 * @throws {StaleVersion} with the question that it belongs to
 */
export const decideAnswer = (
  answer: Answer,
  question: Question,
  verdict: ReviewVerdict,
  expectedVersion: number,
): Answer | undefined => {
  requireVersion(answer, expectedVersion, question);
  return decided(answer, verdict);
};

/**
 * The question with what the shop says, which shows it; undefined where the shop says so already.
 *
 * @throws {StaleVersion}
 */
export const replyToQuestion = (
  question: Question,
  reply: string | null,
  { expectedVersion, now }: { expectedVersion: number; now: Date },
): Question | undefined => {
  requireVersion(question, expectedVersion, question);
  const isShown = question.state === 'published';
  if (question.reply === reply && (isShown || reply === null)) return undefined;
  const shown = reply === null ? {} : ({ state: 'published', refusal: null } as const);
  return {
    ...question,
    ...shown,
    ...{ reply, repliedAt: reply === null ? null : now, version: question.version + 1 },
  };
};

/** Whether everybody can read an answer to it. */
export const isAnswered = ({ state, reply, answers }: Question): boolean =>
  state === 'published' && (reply !== null || answers.some((answer) => answer.state === 'published'));
