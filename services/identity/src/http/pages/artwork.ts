import { html } from './html.ts';

/** A quay bollard with a turn of rope, under the flag "Q" (all well aboard, free to enter). */
export const logo = html`<svg class="logo" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
  <path class="logo-mast" d="M24.4 4.2c-.3 6.1.2 12-.1 17.6" />
  <path class="logo-flag" d="M25.2 5.1c4.3-1.3 8.2 1.2 12.9-.2-.3 3.4.3 6.3-.1 9.6-4.6 1.3-8.3-1.2-12.7.1z" />
  <path
    class="logo-bollard"
    d="M14.6 22.6c-.6-2 1.1-3.5 3.2-3.4 4.4-.3 8.6-.3 12.9 0 2.1.1 3.4 1.6 2.9 3.5-.4 1.6-2.3 2-2.9 3.6-1.1 3.1-.4 6.4.6 9.5H16.9c1-3.2 1.6-6.6.5-9.8-.6-1.5-2.4-1.8-2.8-3.4z"
  />
  <path class="logo-rope" d="M16.2 30.4c4.9 2.1 10.6 2.2 15.7.1M16.4 33.2c4.7 1.9 10.4 2 15.3.1" />
  <path
    class="logo-quay"
    d="M7.5 37.2c10.9-1 22-.9 33.1-.1M5.3 43.4c3.1-2.3 6.1-2.2 9.2-.1 3.2 2.1 6.3 2.1 9.5 0 3.1-2.2 6.3-2.1 9.4 0 3.2 2 6.2 2 9.3-.1"
  />
</svg>`;

/** The harbour at first light, drawn by hand: hills, a cutter at her mooring, the mole with its light. */
export const harbour = html`<svg
  class="harbour"
  viewBox="0 0 560 420"
  preserveAspectRatio="xMidYMax slice"
  aria-hidden="true"
  focusable="false"
>
  <circle class="sun" cx="392" cy="150" r="46" />
  <path
    class="hill far"
    d="M0 226c58-30 96-52 150-44 46 7 71 34 121 24 52-10 88-52 148-40 57 11 88 42 141 36v90H0z"
  />
  <path
    class="hill near"
    d="M0 262c70-8 108-38 168-32 52 5 82 30 140 26 64-5 108-30 162-22 36 5 60 16 90 18v60H0z"
  />
  <path class="sea" d="M0 286c92-5 186-3 280 0 94 3 188 3 280-2v136H0z" />
  <path class="mole" d="M402 292c4-9 9-13 20-14l138-6v30l-152 4z" />
  <path class="tower" d="M452 276l5-70c.4-5 18-5 18.5 0l5 70z" />
  <path class="tower-band" d="M455.5 240c8-1.5 15-1.5 23 0l1.200 15c-8-1.5-17-1.5-25.300 0z" />
  <path class="lamp" d="M459 203c0-9 2-12 7.5-12s7.5 3 7.5 12z" />
  <g class="cutter">
    <path class="hull" d="M118 296c36 6 86 6 128-3-5 17-14 27-27 28-28 3-53 3-79-.5-11-1.5-18-10-22-24.5z" />
    <path class="spar" d="M184 298c-1.5-58-1.5-112 .3-164M184 262l-70 12" />
    <path class="sail main" d="M180 146c-5 46-26 88-58 120 20 3 39 2 59-3z" />
    <path class="sail jib" d="M189 150c11 46 27 84 55 122-20 2-37 .5-54-5z" />
    <path class="pennant" d="M184 134c10-4 18 3 29-1-8 6-19 9-29 7z" />
  </g>
  <path
    class="ripple"
    d="M36 338c24-8 38 6 62-1s40-6 60 1M262 352c24-8 40 5 62-1s38-6 60 1 40 6 60-1M96 384c26-8 40 6 64-1s40-6 62 1M336 396c24-7 40 5 62-1s40-6 60 1"
  />
</svg>`;
