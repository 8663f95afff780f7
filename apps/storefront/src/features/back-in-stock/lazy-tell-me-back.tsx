'use client';

import dynamic from 'next/dynamic';

/** Its scripts are for what is sold out; pages of what can be had come without them. */
export const LazyTellMeBack = dynamic(() => import('./tell-me-back.tsx').then((file) => file.TellMeBack));
