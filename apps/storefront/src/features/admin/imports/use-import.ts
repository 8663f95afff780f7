'use client';

import type { ProductImport } from '@quayside/contracts';
import { useEffect, useState } from 'react';
import { fetchImport } from '../../../api/browser/imports.ts';
import type { Result } from '../../../api/result.ts';

const pollMs = 700;

const isAtIt = ({ state, pictures }: ProductImport): boolean =>
  state === 'checking' || state === 'running' || (pictures?.waiting ?? 0) > 0;

/** An import as it goes on, asked again and again while it is at something. */
export const useImport = (first: ProductImport) => {
  const [one, setOne] = useState(first);
  const [trouble, setTrouble] = useState<string>();
  const { id } = one;
  const goesOn = isAtIt(one);
  useEffect(() => {
    if (!goesOn) return;
    let isHere = true;
    const ask = async () => {
      const result = await fetchImport(id);
      if (isHere && result.ok) setOne(result.data);
    };
    const timer = setInterval(() => void ask(), pollMs);
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [id, goesOn]);
  return {
    one,
    trouble,
    /** Takes what the service answers as what the import is now. */
    take: async (asked: Promise<Result<ProductImport>>): Promise<boolean> => {
      const result = await asked;
      if (result.ok) setOne(result.data);
      setTrouble(result.ok ? undefined : (result.problem.detail ?? result.problem.title));
      return result.ok;
    },
  };
};
export type ImportInHand = ReturnType<typeof useImport>;
