'use client';

/** Stands in when even the frame of the pages fails, so it brings nothing with it. */
const GlobalError = ({ retry }: { retry: () => void }) => (
  <html lang="en">
    <body>
      <title>Quayside is out of reach</title>
      <h1>Quayside is out of reach</h1>
      <p>Your basket and your orders are safe.</p>
      <button type="button" onClick={() => retry()}>
        Try again
      </button>
    </body>
  </html>
);

export default GlobalError;
