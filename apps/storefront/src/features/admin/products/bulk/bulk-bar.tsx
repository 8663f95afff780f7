'use client';

import type { AdminProductRow, BulkAction } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { changeManyProducts } from '../../../../api/browser/products.ts';
import { button } from '../../../../ui/button.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkKind } from './wanted-action.ts';

const kinds = [
  { kind: 'publish', label: 'Publish' },
  { kind: 'archive', label: 'Archive' },
  { kind: 'price', label: 'Change prices' },
] as const;

/** What can be done with the products that are selected: looked at first, then done as a job. */
export const BulkBar = ({ selected, clear }: { selected: readonly AdminProductRow[]; clear: () => void }) => {
  const router = useRouter();
  const [kind, setKind] = useState<BulkKind>();
  const ids = selected.map(({ id }) => id);
  const go = async (action: BulkAction): Promise<string | undefined> => {
    const result = await changeManyProducts(ids, action);
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
          ids={ids}
          currency={selected[0]?.currency ?? 'USD'}
          onGo={go}
          onClose={() => setKind(undefined)}
        />
      )}
    </>
  );
};
