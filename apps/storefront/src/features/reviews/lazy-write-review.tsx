'use client';

import dynamic from 'next/dynamic';

/** The form's scripts are for who bought the product; pages of others come without them. */
export const LazyWriteReview = dynamic(() => import('./write-review.tsx').then((file) => file.WriteReview));
