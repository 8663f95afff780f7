'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * True until the page's scripts have taken over what the server rendered. A control that would do something else
 * without them, such as sending a form the browser's way, is disabled that long, without looking so.
 */
export const useWaking = (): { disabled?: true; 'data-waking'?: true } =>
  useSyncExternalStore(
    never,
    () => awake,
    () => waking,
  );

const awake = {};
const waking = { disabled: true, 'data-waking': true } as const;
