import type { BulkAction, Job } from '@quayside/contracts';
import { formatMoney } from '../../../ui/money.ts';

const actionOf = (input: unknown): BulkAction | undefined =>
  typeof input === 'object' && input !== null && 'action' in input ? (input.action as BulkAction) : undefined;

/** The import that a job belongs to, if it does to one. */
export const importOf = (input: unknown): { readonly importId: string; readonly name: string } | undefined =>
  typeof input === 'object' && input !== null && 'importId' in input && 'name' in input
    ? { importId: String(input.importId), name: String(input.name) }
    : undefined;

/** How many were found before a job began, where that was another number. */
export const seenBefore = ({ input, total }: Pick<Job, 'input' | 'total'>): number | undefined =>
  typeof input === 'object' && input !== null && 'seen' in input && input.seen !== total
    ? Number(input.seen)
    : undefined;

const words = (action: BulkAction | undefined): string => {
  switch (action?.type) {
    case 'publish':
      return 'Publish products';
    case 'archive':
      return 'Archive products';
    case 'price-by-percent':
      return `Prices in ${action.currency} by ${action.percent > 0 ? '+' : ''}${action.percent} %`;
    case 'price-by-amount':
      return `Prices by ${action.amount > 0 ? '+' : ''}${formatMoney(action)}`;
    case 'category':
      return 'Move products to another category';
    case 'add-tag':
      return `Tag products ${action.tag}`;
    case 'remove-tag':
      return `Take the tag ${action.tag} off products`;
    case undefined:
      return 'Take changes back';
    default:
      return action satisfies never;
  }
};

/** What a job does, in a few words. */
export const jobTitle = ({ kind, input }: Pick<Job, 'kind' | 'input'>): string => {
  const imported = importOf(input);
  if (imported) return `${kind === 'products-import' ? 'Import' : 'Check'} ${imported.name}`;
  return kind === 'products-undo' ? 'Take changes back' : words(actionOf(input));
};

export const jobState = ({ isDone, failed }: Pick<Job, 'isDone' | 'failed'>): string =>
  !isDone ? 'Under way' : failed > 0 ? 'Done, with faults' : 'Done';
