import type { BulkAction, BulkFoundPreview, BulkPreview } from '@quayside/contracts';
import { useEffect, useState } from 'react';
import { previewFoundProducts, previewManyProducts } from '../../../../api/browser/products.ts';
import type { BulkScope } from './bulk-scope.ts';

export type Previewed = BulkPreview & Partial<BulkFoundPreview>;

const waitMs = 250;

/** What an action would come to, asked once its figure is typed. */
export const useBulkPreview = (scope: BulkScope, action: BulkAction | undefined) => {
  const [shown, setShown] = useState<{ of: string; preview?: Previewed; trouble?: string }>();
  const print = action && JSON.stringify({ scope, action });
  useEffect(() => {
    if (print === undefined) return;
    let isHere = true;
    const ask = async () => {
      const asked = JSON.parse(print) as { scope: BulkScope; action: BulkAction };
      const result =
        'ids' in asked.scope
          ? await previewManyProducts([...asked.scope.ids], asked.action)
          : await previewFoundProducts(asked.scope.found, asked.action);
      if (!isHere) return;
      setShown(
        result.ok
          ? { of: print, preview: result.data }
          : { of: print, trouble: result.problem.detail ?? result.problem.title },
      );
    };
    const timer = setTimeout(() => void ask(), waitMs);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [print]);
  return shown?.of === print ? shown : undefined;
};

/** How many products would change. */
export const changingIn = ({ items, total, unchanged = 0, refused = 0 }: Previewed): number =>
  total === undefined ? items.filter(({ fault }) => fault === undefined).length : total - unchanged - refused;
