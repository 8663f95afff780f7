'use client';

import type { Role } from '@quayside/contracts';
import { useEffect, useState } from 'react';
import type { Command } from './command.ts';
import { findCommands } from './find-commands.ts';

const restMs = 150;

/** Asks once typing rests; what an earlier text found is not shown for a later one. */
export const useFoundCommands = (text: string, roles: readonly Role[]) => {
  const [found, setFound] = useState<{ text: string; commands: Command[] }>({ text: '', commands: [] });
  useEffect(() => {
    const leaving = new AbortController();
    const waiting = setTimeout(() => {
      void findCommands(text, roles, leaving.signal).then((commands) => {
        if (!leaving.signal.aborted) setFound({ text, commands });
      });
    }, restMs);
    return () => {
      clearTimeout(waiting);
      leaving.abort();
    };
  }, [text, roles]);
  return { commands: found.text === text ? found.commands : [], isLooking: found.text !== text };
};
