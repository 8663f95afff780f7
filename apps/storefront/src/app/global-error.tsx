'use client';

import './globals.css';
import { button } from '../ui/button.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** Stands in when even the frame of the pages fails, so it brings its own. */
const GlobalError = ({ retry }: { retry: () => void }) => (
  <html lang="en">
    <body>
      <title>Quayside is out of reach</title>
      <main>
        <EmptyState flags="U" title="Quayside is out of reach">
          <p>Your basket and your orders are safe.</p>
          <button type="button" onClick={() => retry()} className={button('primary')}>
            Try again
          </button>
        </EmptyState>
      </main>
    </body>
  </html>
);

export default GlobalError;
