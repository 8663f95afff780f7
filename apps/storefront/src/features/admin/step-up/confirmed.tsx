'use client';

import { useEffect } from 'react';
import { stepUpChannel } from '../../../api/browser/step-up.ts';

/** Tells the window that asked, and closes this one where the browser lets it. */
export const Confirmed = () => {
  useEffect(() => {
    const channel = new BroadcastChannel(stepUpChannel);
    channel.postMessage('shown');
    channel.close();
    window.close();
  }, []);
  return null;
};
