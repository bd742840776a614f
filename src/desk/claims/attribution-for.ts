import type { ResolvedAttribution } from '../attribution/resolve-speakers.ts'
import type { CasualtyMention } from '../mentions.ts'

/** Whose words a figure is in: the attribution that covers it most closely, one that names somebody before one that hides who. */
export function attributionFor(
  attributions: readonly ResolvedAttribution[],
  { trigger, first, last }: Pick<CasualtyMention, 'trigger' | 'first' | 'last'>,
): ResolvedAttribution | undefined {
  const covering = attributions.filter(
    // "Could not confirm that 12 died": nobody says it.
    ({ scope, speech }) =>
      speech !== 'decline' && covers(scope, trigger) && (covers(scope, first) || covers(scope, last)),
  )
  const [closest] = covering.toSorted(
    (one, other) => Number(isNamed(other)) - Number(isNamed(one)) || width(one) - width(other),
  )
  return closest
}

const covers = (scope: { readonly first: number; readonly last: number }, token: number): boolean =>
  scope.first <= token && token <= scope.last

const isNamed = ({ speaker }: ResolvedAttribution): boolean => speaker !== null

const width = ({ scope }: ResolvedAttribution): number => scope.last - scope.first
