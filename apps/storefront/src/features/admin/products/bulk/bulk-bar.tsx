'use client';

import type { BulkAction } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { changeFoundProducts, changeManyProducts } from '../../../../api/browser/products.ts';
import { button } from '../../../../ui/button.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkScope } from './bulk-scope.ts';
import type { BulkKind } from './wanted-action.ts';

const kinds = [
  { kind: 'publish', label: 'Publish' },
  { kind: 'archive', label: 'Archive' },
  { kind: 'price', label: 'Change prices' },
  { kind: 'category', label: 'Move' },
  { kind: 'add-tag', label: 'Add a tag' },
  { kind: 'remove-tag', label: 'Remove a tag' },
] as const;

interface BulkBarProps {
  scope: BulkScope;
  currency: string;
  /** By id. */
  categories: Readonly<Record<string, string>>;
  clear: () => void;
}

/** What can be done with many products: looked at first, then done as a job. */
export const BulkBar = ({ scope, currency, categories, clear }: BulkBarProps) => {
  const router = useRouter();
  const [kind, setKind] = useState<BulkKind>();
  const go = async (action: BulkAction, seen: number | undefined): Promise<string | undefined> => {
    const result =
      'ids' in scope
        ? await changeManyProducts([...scope.ids], action)
        : await changeFoundProducts(scope.found, action, seen);
    if (!result.ok) return result.problem.detail ?? result.problem.title;
    setKind(undefined);
    clear();
    router.push(`/admin/jobs/${result.data.id}`);
    return undefined;
  };
  return (
    <>
      {kinds.map(({ kind: one, label }) => (
        <button key={one} type="button" className={button('bare', 'px-1')} onClick={() => setKind(one)}>
          {label}
        </button>
      ))}
      {kind && (
        <BulkDialog
          kind={kind}
          scope={scope}
          currency={currency}
          categories={categories}
          onGo={go}
          onClose={() => setKind(undefined)}
        />
      )}
    </>
  );
};
