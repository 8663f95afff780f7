'use client';

import type { Problem, StockTakeLine } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { countStock } from '../../../../api/browser/stock-takes.ts';

/** The lines as others left them, which the service says to whoever counts what was counted meanwhile. */
export const countedMeanwhile = ({ code, current }: Problem & { current?: unknown }): StockTakeLine[] =>
  code === 'stale-version' && typeof current === 'object' && current !== null && 'lines' in current
    ? (current.lines as StockTakeLine[])
    : [];

const newer = (one: StockTakeLine, other: StockTakeLine | undefined): StockTakeLine =>
  other && other.version > one.version ? other : one;

/** One figure of a sheet: saved when it is left, on the version that was seen when its typing began. */
export const useLineCount = (takeId: string, rendered: StockTakeLine) => {
  const router = useRouter();
  const [typing, setTyping] = useState<{ readonly text: string; readonly version: number }>();
  const [saved, setSaved] = useState<StockTakeLine>();
  const [theirs, setTheirs] = useState<StockTakeLine>();
  const [trouble, setTrouble] = useState<string>();
  const line = newer(rendered, saved);
  const text = typing?.text ?? String(line.counted ?? '');
  const isNumber = /^\d{0,6}$/.test(text.trim());

  const send = async (version: number): Promise<void> => {
    const counted = text.trim() === '' ? null : Number(text);
    const result = await countStock(takeId, { lines: [{ code: line.sku, counted, version }] });
    if (result.ok) {
      setSaved(result.data.lines[0]);
      setTyping(undefined);
      setTheirs(undefined);
      setTrouble(undefined);
      router.refresh();
      return;
    }
    const [current] = countedMeanwhile(result.problem);
    setTheirs(current);
    setTrouble(current ? undefined : (result.problem.detail ?? result.problem.title));
  };

  return {
    line,
    text,
    theirs,
    trouble: isNumber ? trouble : 'A whole number',
    type: (next: string) => setTyping((before) => ({ text: next, version: before?.version ?? line.version })),
    save: () => {
      if (!typing || !isNumber || theirs) return;
      if (text.trim() === String(line.counted ?? '')) return setTyping(undefined);
      void send(typing.version);
    },
    /** After somebody else was faster. */
    keepMine: () => void send(theirs?.version ?? line.version),
    takeTheirs: () => {
      setSaved(theirs);
      setTheirs(undefined);
      setTyping(undefined);
      router.refresh();
    },
  };
};
