import type { Verdict } from './assessment.ts'
import type { Stance } from './cell-summary.ts'
import type { Act, BASES } from './claim.ts'
import { type CodebookEntry, defined } from './codebook-entry.ts'
import type { StanceWord } from './ledger.ts'

/** What somebody did by saying something. */
export const ACT_WORDS: Readonly<Record<Act, CodebookEntry>> = {
  assert: defined('asserts', 'affirme', 'States that it is so.', 'Déclare qu’il en est ainsi.'),
  estimate: defined(
    'estimates',
    'estime',
    'Gives a figure as an estimate of its own.',
    'Donne un chiffre comme sa propre estimation.',
  ),
  admit: defined(
    'admits',
    'reconnaît',
    'Says it of itself, of its own people or of an ally.',
    'Le dit de soi, des siens ou d’un allié.',
  ),
  accuse: defined('accuses', 'accuse', 'Says that somebody else did it.', 'Dit que quelqu’un d’autre l’a fait.'),
  deny: defined(
    'denies',
    'dément',
    'Says that what another said is not so.',
    'Dit que ce qu’un autre a dit n’est pas vrai.',
  ),
  decline: defined(
    'declines',
    'refuse de répondre',
    'Was asked and would not say.',
    'A été interrogé et n’a pas voulu le dire.',
  ),
  retract: defined('retracts', 'se rétracte', 'Takes back what it said itself.', 'Retire ce qu’il avait dit lui-même.'),
  revise: defined(
    'revises',
    'révise',
    'Gives another figure in place of its own earlier one.',
    'Donne un autre chiffre à la place du sien.',
  ),
}

/** Where a speaker stands towards those of whom it speaks. @see record.md 1.5 */
export const STANCE_WORDS: Readonly<Record<Stance, CodebookEntry>> = {
  'own-loss': defined(
    'about its own',
    'sur les siens',
    'The victims are the speaker’s own people.',
    'Les victimes sont des gens de celui qui parle.',
  ),
  'ally-loss': defined(
    'about an ally',
    'sur un allié',
    'The victims stood on the speaker’s side.',
    'Les victimes étaient du même camp que celui qui parle.',
  ),
  'enemy-loss': defined(
    'about an enemy',
    'sur un ennemi',
    'The victims stood on the other side.',
    'Les victimes étaient de l’autre camp.',
  ),
  'third-party': defined(
    'about others',
    'sur d’autres',
    'The speaker took no part.',
    'Celui qui parle n’a pas pris part aux faits.',
  ),
  'own-harm': defined(
    'about harm of its own doing',
    'sur un tort de son fait',
    'The speaker is the one accused, and the victims are civilians.',
    'Celui qui parle est mis en cause, et les victimes sont des civils.',
  ),
  unknown: defined(
    'not known',
    'non connu',
    'We cannot tell where the speaker stands.',
    'Nous ne savons pas de quel côté se tient celui qui parle.',
  ),
}

/** The word that readers see before a figure. @see record.md 1.5 */
export const STANCE_WORD_WORDS: Readonly<Record<StanceWord, CodebookEntry>> = {
  claimed: defined(
    'claims',
    'avance',
    'Speaks of an enemy’s losses, or of an attack of its own.',
    'Parle des pertes d’un ennemi, ou d’une attaque de son fait.',
  ),
  admitted: defined(
    'admits',
    'reconnaît',
    'Speaks of its own losses, or takes responsibility for what it did.',
    'Parle de ses propres pertes, ou assume ce qu’il a fait.',
  ),
  reported: defined('reports', 'rapporte', 'Took no part and tells of others.', 'N’a pas pris part et parle d’autres.'),
  denied: defined(
    'denies',
    'dément',
    'Says that what another said is not so.',
    'Dit que ce qu’un autre a dit n’est pas vrai.',
  ),
  declined: defined(
    'would not say',
    'ne veut pas le dire',
    'Was asked and gave no figure.',
    'A été interrogé et n’a pas donné de chiffre.',
  ),
  accused: defined('accuses', 'accuse', 'Says that somebody else did it.', 'Dit que quelqu’un d’autre l’a fait.'),
  estimated: defined(
    'estimates',
    'estime',
    'Gives the figure as an estimate of its own.',
    'Donne le chiffre comme sa propre estimation.',
  ),
}

/** What a claim says that it rests on. */
export const BASIS_WORDS: Readonly<Record<(typeof BASES)[number], CodebookEntry>> = {
  'own-operations': defined(
    'own operations',
    'ses propres opérations',
    'The speaker says that it was there and did it.',
    'Celui qui parle dit y avoir été et l’avoir fait.',
  ),
  'own-count': defined(
    'own count',
    'son propre décompte',
    'The speaker counted for itself.',
    'Celui qui parle a compté lui-même.',
  ),
  'names-list': defined(
    'list of names',
    'liste de noms',
    'The victims are counted by name.',
    'Les victimes sont comptées par leur nom.',
  ),
  'hospital-or-morgue': defined(
    'hospital or morgue',
    'hôpital ou morgue',
    'Counted where the hurt or the dead were brought.',
    'Comptées là où les blessés ou les morts ont été amenés.',
  ),
  eyewitness: defined('eyewitness', 'témoin oculaire', 'Somebody says to have seen it.', 'Quelqu’un dit l’avoir vu.'),
  imagery: defined(
    'imagery',
    'images',
    'Seen in pictures, film or from above.',
    'Vu sur des photos, des films ou du ciel.',
  ),
  'other-claim': defined(
    'another claim',
    'une autre déclaration',
    'Taken from what somebody else said.',
    'Repris de ce qu’un autre a dit.',
  ),
  'not-stated': defined(
    'not stated',
    'non précisé',
    'The speaker does not say how it knows.',
    'Celui qui parle ne dit pas comment il le sait.',
  ),
}

/** What the newsroom itself holds, signed and dated. Two people stand behind “verified” and “refuted”. */
export const VERDICT_WORDS: Readonly<Record<Verdict, CodebookEntry>> = {
  unverified: defined(
    'unverified',
    'non vérifié',
    'Nobody of ours has checked it yet.',
    'Personne chez nous ne l’a encore vérifié.',
  ),
  'partly-verified': defined(
    'partly verified',
    'vérifié en partie',
    'Some of it is shown by evidence that does not come from the speaker.',
    'Une partie est établie par des preuves qui ne viennent pas de celui qui parle.',
  ),
  verified: defined(
    'verified',
    'vérifié',
    'Shown by evidence that does not come from the speaker, as two of us hold.',
    'Établi par des preuves qui ne viennent pas de celui qui parle, selon deux d’entre nous.',
  ),
  disputed: defined(
    'disputed',
    'contesté',
    'There is evidence for it and against it.',
    'Il y a des preuves pour et contre.',
  ),
  refuted: defined(
    'refuted',
    'réfuté',
    'Shown not to be so, as two of us hold.',
    'Il est établi que c’est faux, selon deux d’entre nous.',
  ),
  unverifiable: defined(
    'cannot be verified',
    'invérifiable',
    'We looked and found no way to tell.',
    'Nous avons cherché et n’avons trouvé aucun moyen de le savoir.',
  ),
}
