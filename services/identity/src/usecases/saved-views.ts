import type { SavedView, ViewQuery } from '../domain/saved-view.ts';
import type { Actor } from './people.ts';

export interface ViewText {
  readonly name: string;
  readonly isShared: boolean;
  readonly query: ViewQuery;
}

/** Absent means leave. */
export type ViewChange = { readonly [Field in keyof ViewText]?: ViewText[Field] | undefined };

interface OnView {
  readonly table: string;
  readonly id: string;
  readonly by: Actor & { readonly isAdmin: boolean };
  readonly expectedVersion: number;
}

/** Views of tables of the admin pages: whoever made one sees it, and where it is shared all who see the table. */
export interface SavedViews {
  list(table: string, by: Actor): Promise<readonly SavedView[]>;
  /** @throws {ViewNameTaken | TooManyViews} */
  add(table: string, view: ViewText, by: Actor): Promise<SavedView>;
  /** @throws {ViewNotFound | ViewNotYours | ViewNameTaken | StaleVersion} */
  change(view: OnView, change: ViewChange): Promise<SavedView>;
  /** @throws {ViewNotFound | ViewNotYours | StaleVersion} */
  remove(view: OnView): Promise<void>;
}
