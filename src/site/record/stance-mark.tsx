import type { FC } from 'hono/jsx'
import type { Stance } from '../../record/cell-summary.ts'
import type { Act } from '../../record/claim.ts'
import type { Language } from '../../story/story.ts'
import { message, type MessageKey } from '../messages/message.ts'

/** A shape that says where a claimant stands towards those it speaks of. Colour says nothing. */
export type MarkShape = 'enemy' | 'own' | 'other' | 'unknown' | 'denies'

export function markShape(act: Act, stance: Stance): MarkShape {
  if (act === 'deny') return 'denies'
  switch (stance) {
    case 'enemy-loss':
      return 'enemy'
    case 'own-loss':
    case 'ally-loss':
    case 'own-harm':
      return 'own'
    case 'third-party':
      return 'other'
    case 'unknown':
      return 'unknown'
  }
}

/** Drawn around the middle of a square of 16, so that a mark can stand on a plot's line too. */
export const MARK_PATHS: Readonly<Record<MarkShape, string>> = {
  enemy: 'M0-6.5 7 5.5H-7z',
  own: 'M-5.5-5.5h11v11h-11z',
  other: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z',
  unknown: 'M0-7 7 0 0 7-7 0z',
  denies: 'M-5-5 5 5M5-5-5 5',
}

const WORDS = {
  enemy: 'ledger.markEnemy',
  own: 'ledger.markOwn',
  other: 'ledger.markOther',
  unknown: 'ledger.markUnknown',
  denies: 'ledger.markDenies',
} as const satisfies Record<MarkShape, MessageKey>

/** The mark before a row. The row's verb says the same, so that nobody needs to see it. */
export const StanceMark: FC<{ shape: MarkShape; isPart?: boolean }> = ({ shape, isPart = false }) => (
  <svg class={looks(shape, isPart)} viewBox="-8 -8 16 16" aria-hidden="true">
    <path d={MARK_PATHS[shape]} />
  </svg>
)

export const looks = (shape: MarkShape, isPart: boolean): string =>
  shape === 'denies' ? 'mk no' : isPart ? 'mk part' : 'mk'

/** What the shapes mean, those that were used and no others. */
export const MarkLegend: FC<{ language: Language; shapes: readonly MarkShape[]; hasParts: boolean }> = ({
  language,
  shapes,
  hasParts,
}) => (
  <ul class="legend">
    {[...new Set(shapes)]
      .toSorted((left, right) => ORDER.indexOf(left) - ORDER.indexOf(right))
      .map((shape) => (
        <li>
          <StanceMark shape={shape} /> {message(language, WORDS[shape])}
        </li>
      ))}
    {hasParts && (
      <li>
        <StanceMark shape="enemy" isPart /> {message(language, 'ledger.markPart')}
      </li>
    )}
  </ul>
)

const ORDER: readonly MarkShape[] = ['enemy', 'own', 'other', 'unknown', 'denies']
