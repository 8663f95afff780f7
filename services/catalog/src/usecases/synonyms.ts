import type { SynonymGroup } from '../domain/synonym-group.ts';
import type { Actor } from './actor.ts';
import type { Page } from './brand-store.ts';

export interface SynonymQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
}

interface OnGroup {
  readonly id: number;
  readonly by: Actor;
  readonly expectedVersion: number;
}

/** What means the same to a search. Every process that searches hears of a change when it is committed. */
export interface SynonymStore {
  list(query: SynonymQuery): Promise<Page<SynonymGroup>>;
  /** @throws {SynonymsNotFound} */
  find(id: number): Promise<SynonymGroup>;
  add(phrases: readonly string[], by: Actor): Promise<SynonymGroup>;
  /** @throws {SynonymsNotFound | StaleVersion} */
  change(group: OnGroup, phrases: readonly string[]): Promise<SynonymGroup>;
  /** @throws {SynonymsNotFound | StaleVersion} */
  remove(group: OnGroup): Promise<void>;
}
