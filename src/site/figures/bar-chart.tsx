import type { FC } from 'hono/jsx'
import type { ChartBar, ChartPicture } from '../../story/document.ts'

/**
 * A chart as a list: each row reads as a sentence, "Kidal, at least 20", and is drawn besides.
 *
 * The bars share one scale that begins at nought; the pale end of a bar is the way from its lowest figure to its
 * highest.
 */
export const BarChart: FC<{ picture: ChartPicture; alt: string }> = ({ picture: { unit, bars }, alt }) => {
  const most = Math.max(1e-9, ...bars.map(({ high }) => high))
  return (
    <>
      <p class="unit">{unit}</p>
      <ul aria-label={alt.trim() || unit}>
        {bars.map((bar) => (
          <li>
            <span>{bar.label}</span> <b>{bar.words}</b>
            <Bar bar={bar} most={most} />
          </li>
        ))}
      </ul>
    </>
  )
}

const Bar: FC<{ bar: ChartBar; most: number }> = ({ bar: { low, high }, most }) => (
  <svg class="bar" aria-hidden="true">
    <rect width={percent(low, most)} />
    {high > low && <rect class="range" x={percent(low, most)} width={percent(high - low, most)} />}
  </svg>
)

/** A part of the longest bar, to a tenth of a percent; never less than nothing. */
export const percent = (part: number, whole: number): string => `${Math.round(Math.max(0, part / whole) * 1000) / 10}%`
