/** The ground of the hero: depth contours and soundings as on a chart. Drawn, not measured. */
export const ChartSea = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 1200 520" preserveAspectRatio="xMidYMid slice" aria-hidden="true" className={className}>
    <path d="M0 0h1200v520H0z" fill="var(--color-shoal)" />
    <path
      d="M560 520C600 430 560 380 640 320s90-150 200-180 120-120 360-140v520z"
      fill="var(--color-shoal-deep)"
      opacity=".45"
    />
    <path
      d="M0 0h520c-20 60-110 60-150 110s-20 90-110 120-90 80-160 90-60 60-100 70z"
      fill="var(--color-land)"
    />
    <g fill="none" stroke="var(--color-ink)" strokeOpacity=".28" strokeWidth="1">
      <path
        d="M520 0c-20 60-110 60-150 110s-20 90-110 120-90 80-160 90-60 60-100 70"
        strokeOpacity=".8"
        strokeWidth="1.500"
      />
      <path d="M600 0c-30 80-120 90-160 140s-30 100-120 140-110 90-190 110-80 70-130 90" />
      <path d="M700 0c-20 90-150 110-190 180s-40 120-140 160-120 100-220 130" strokeDasharray="7 4" />
      <path d="M560 520C600 430 560 380 640 320s90-150 200-180 120-120 360-140" />
      <path d="M680 520c20-80 20-110 90-170s110-160 220-190 110-60 210-80" strokeDasharray="7 4" />
      <path d="M820 520c20-60 40-90 110-140s90-120 270-170" />
    </g>
    <g fontFamily="var(--font-sans)" fontSize="13" fill="var(--color-ink)" fillOpacity=".55">
      {soundings.map(([x, y, depth]) => (
        <text key={`${x}`} x={x} y={y}>
          {depth}
        </text>
      ))}
    </g>
    <g transform="translate(640 420) scale(1.5)" fill="none" stroke="var(--color-note)" strokeOpacity=".4">
      <circle r="78" />
      <circle r="62" strokeDasharray="1 5.5" strokeWidth="6" />
      <path d="M0-92v40M0 52v26M-78 0h26M52 0h26" />
      <path d="M0-58 9 0 0 58-9 0z" fill="var(--color-note)" fillOpacity=".1" />
      <path d="M0-58 9 0h-18z" fill="var(--color-note)" fillOpacity=".35" stroke="none" />
    </g>
  </svg>
);

const soundings: [number, number, string][] = [
  [575, 60, '4'],
  [470, 205, '6'],
  [660, 150, '11'],
  [380, 330, '8'],
  [520, 400, '17'],
  [770, 90, '23'],
  [740, 250, '31'],
  [610, 470, '28'],
  [860, 330, '46'],
  [960, 440, '52'],
  [1105, 330, '64'],
  [900, 210, '39'],
  [250, 430, '5'],
  [140, 490, '3'],
];
