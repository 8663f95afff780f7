import { StaleVersion } from './errors.ts';

/** A table's filters, sort and columns under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly isShared: boolean;
  /** Whether it is of whoever asks. */
  readonly isMine: boolean;
  readonly owner?: string;
  readonly query: ViewQuery;
  readonly version: number;
}

export interface ViewQuery {
  readonly q: string;
  readonly sort?: string | undefined;
  readonly filters: Readonly<Record<string, string>>;
  readonly hidden: readonly string[];
}

/** How many views of one table somebody has at most. */
export const maxViews = 50;

export class ViewNotFound extends Error {
  readonly code = 'view-not-found' as const;
}

class ViewNotYours extends Error {
  readonly code = 'view-not-yours' as const;
}

export class ViewNameTaken extends Error {
  readonly code = 'view-name-taken' as const;
}

export class TooManyViews extends Error {
  readonly code = 'too-many-views' as const;
}

/** @throws {ViewNotFound | ViewNotYours | StaleVersion} of somebody else's own view nothing is said */
export const requireMayChange = (
  view: SavedView,
  { isAdmin, expectedVersion }: { isAdmin: boolean; expectedVersion: number },
): void => {
  if (!view.isMine && !view.isShared) throw new ViewNotFound();
  if (!view.isMine && !isAdmin) throw new ViewNotYours();
  if (view.version !== expectedVersion) throw new StaleVersion(view);
};
