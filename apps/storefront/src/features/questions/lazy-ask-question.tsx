'use client';

import dynamic from 'next/dynamic';

/** The form's scripts are for who is signed in; a guest's pages come without them. */
export const LazyAskQuestion = dynamic(() => import('./ask-question.tsx').then((file) => file.AskQuestion));
