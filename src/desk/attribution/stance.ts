import type { CasualtyMention, SpeakerMention } from '../mentions.ts'
import type { DeskStance, SuggestedClaim } from '../reading.ts'
import { isOwnHarm, isOwnLoss, type Parties } from './own-people.ts'
import type { ResolvedAttribution } from './resolve-speakers.ts'

/** What the stance of a claim rests on. */
export interface StanceGround {
  readonly attribution: Pick<ResolvedAttribution, 'speaker' | 'speech' | 'standing' | 'about'> | null
  /** What the record says of the speaker; null where it knows nobody of that name. */
  readonly actorKind: string | null
  readonly casualty: Pick<CasualtyMention, 'who' | 'agent' | 'measure' | 'figure'>
}

/**
 * On which side of the claim its claimant stands. Denied is what a verb of denial covers; admitted what a side says of its
 * own losses and its own harm; reported what the paper or a third party says; claimed everything else.
 */
export function stanceOf(ground: StanceGround): { stance: DeskStance; act: SuggestedClaim['act'] } {
  const { attribution } = ground
  if (!attribution?.speaker) return { stance: 'reports', act: attribution?.speech === 'accuse' ? 'accuse' : 'assert' }
  if (attribution.speech === 'deny') return { stance: 'denies', act: 'deny' }
  const stance = stanceOfSaid(ground, attribution)
  if (stance === 'admits') return { stance, act: 'admit' }
  const { speech } = attribution
  return { stance, act: speech === 'accuse' || speech === 'estimate' ? ACTS[speech] : 'assert' }
}

const ACTS = { accuse: 'accuse', estimate: 'estimate' } as const

function stanceOfSaid(ground: StanceGround, attribution: NonNullable<StanceGround['attribution']>): DeskStance {
  const { speech } = attribution
  const standing = standingOf(ground.actorKind, attribution.standing)
  if (standing === 'outlet') return 'reports'
  const parties = partiesOf(ground, attribution)
  if (standing === 'third-party') return speech === 'admit' && isOwnLoss(parties) ? 'admits' : 'reports'
  if (standing === 'witness') return 'claims'
  if (speech === 'admit') return 'admits'
  // "The group claims to have killed": who takes the credit admits nothing.
  const isAdmission = isOwnLoss(parties) || (speech !== 'claim' && isOwnHarm(parties))
  if (standing !== 'unknown' && speech !== 'accuse' && isAdmission) return 'admits'
  if (standing === 'unknown' && SOBER.has(speech)) return 'reports'
  return 'claims'
}

/** Somebody of whom nothing is known, and who does not claim but counts. */
const SOBER = new Set(['report', 'confirm', 'estimate'])

const partiesOf = (
  { casualty }: StanceGround,
  { speaker, about }: NonNullable<StanceGround['attribution']>,
): Parties => ({
  speaker: speaker?.text ?? '',
  about,
  who: casualty.who?.words ?? casualty.figure.words,
  counted: casualty.figure.words,
  agent: casualty.agent?.words ?? null,
})

/** What the record knows of the speaker goes before what the words let one guess. */
function standingOf(actorKind: string | null, standing: SpeakerMention['standing']): SpeakerMention['standing'] {
  return (actorKind !== null && BY_KIND[actorKind]) || standing
}

const BY_KIND: Readonly<Record<string, SpeakerMention['standing']>> = {
  'state-armed-force': 'side',
  'private-military-company': 'side',
  'non-state-armed-group': 'side',
  'armed-coalition': 'side',
  'community-militia': 'side',
  'criminal-group': 'side',
  'police-or-gendarmerie': 'official',
  government: 'official',
  'political-body': 'official',
  'peacekeeping-or-foreign-force': 'third-party',
  'international-body': 'third-party',
  'aid-organisation': 'third-party',
  'monitor-or-research-group': 'third-party',
  'news-organisation': 'outlet',
  'social-media-channel': 'outlet',
  community: 'witness',
}
