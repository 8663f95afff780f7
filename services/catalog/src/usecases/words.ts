import type { Word, WordUse } from '../domain/word.ts';
import type { Actor } from './actor.ts';
import type { Page } from './brand-store.ts';

export interface WordQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly use?: WordUse | undefined;
  readonly german?: boolean | undefined;
}

/** What the words of products are in other languages. Every process that shows them hears of a change when it is committed. */
export interface WordStore {
  list(query: WordQuery): Promise<Page<Word>>;
  /** @throws {WordNotFound} */
  find(id: number): Promise<Word>;
  /** @throws {WordNotFound | StaleVersion} */
  change(word: { id: number; by: Actor; expectedVersion: number }, names: Word['names']): Promise<Word>;
}
