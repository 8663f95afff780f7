'use client';

import dynamic from 'next/dynamic';

/** The menu's scripts are for who is signed in; a guest's pages come without them. */
export const LazyAccountMenu = dynamic(() => import('./account-menu.tsx').then((file) => file.AccountMenu));
