import type { Answer, Question, QuestionState } from '../domain/question.ts';
import type { Actor } from './actor.ts';

interface WrittenText {
  readonly author: string;
  readonly body: string;
}

/** An answer of whoever asks, with what it answers. */
export interface OwnAnswer extends Answer {
  readonly product: Question['product'];
  readonly question: string;
}

/** A question of whoever asks, with how many have answered. */
export interface OwnQuestion extends Omit<Question, 'answers'> {
  readonly answers: number;
}

interface Own {
  readonly questions: readonly OwnQuestion[];
  readonly answers: readonly OwnAnswer[];
}

/** Questions as shoppers read, ask and answer them. */
export interface Questions {
  /** With the answers that are shown. @throws {ProductNotFound} */
  ofProduct(
    slug: string,
    query: { readonly page: number; readonly pageSize: number; readonly sort: 'answered' | 'newest' },
  ): Promise<{ questions: readonly Question[]; totalItems: number }>;
  /** @throws {ProductNotFound} */
  partOf(accountId: string, slug: string): Promise<Own & { mayAnswer: boolean }>;
  allOf(accountId: string): Promise<Own>;
  /** @throws {ProductNotFound | TooManyQuestions} */
  ask(accountId: string, slug: string, text: WrittenText): Promise<OwnQuestion>;
  withdraw(accountId: string, questionId: string): Promise<void>;
  /**
   * Answers, or answers otherwise, which waits to be read like a new one.
   *
   * @throws {QuestionNotFound | AnswerNotYoursToGive | QuestionIsYourOwn}
   */
  answer(accountId: string, questionId: string, text: WrittenText): Promise<OwnAnswer>;
  withdrawAnswer(accountId: string, questionId: string): Promise<void>;
}

export interface QuestionDeskQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly state?: QuestionState | 'waiting' | 'unanswered' | undefined;
}

export interface ListedQuestion extends Omit<Question, 'answers'> {
  readonly answersToRead: number;
}

/** Questions as staff read, decide on and answer them; what they do is in the audit log when it is done. */
export interface QuestionDesk {
  page(query: QuestionDeskQuery): Promise<{ items: readonly ListedQuestion[]; totalItems: number }>;
  /** @throws {QuestionNotFound} */
  find(id: string): Promise<Question>;
  /**
   * Locks the question, lets `decide` look at it, and writes what it answers; undefined writes nothing. The first answer
   * that everybody can read is told, once.
   *
   * @throws {QuestionNotFound} and whatever `decide` throws, with nothing written.
   */
  update(id: string, by: Actor, decide: (question: Question) => Question | undefined): Promise<Question>;
  /**
   * The same for an answer of a buyer.
   *
   * @throws {AnswerNotFound} and whatever `decide` throws, with nothing written.
   */
  updateAnswer(
    id: string,
    by: Actor,
    decide: (answer: Answer, question: Question) => Answer | undefined,
  ): Promise<Question>;
}
