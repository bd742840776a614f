import type { Messages } from '../messages.tsx'

const rules = new Intl.PluralRules('fr')
const counted = (count: number, one: string, other: string): string =>
  `${count} ${rules.select(count) === 'one' ? one : other}`

export const house: Messages['house'] = {
  audit: {
    title: 'Journal d’audit',
    about:
      'Qui a fait quoi, le plus récent d’abord : des identifiants et des nombres, jamais un texte. Chaque ligne scelle la précédente.',
    act: 'Acte',
    actHelp: 'Par exemple publish-story.',
    subject: 'Objet',
    subjectHelp: 'Un identifiant ; celui d’un article commence par sty_.',
    none: 'Aucune ligne de ce genre',
    when: 'Quand',
    who: 'Qui',
    detail: 'Plus',
    via: { 'command-line': 'ligne de commande', server: 'serveur', studio: 'studio', key: 'clé d’API' },
  },
  health: {
    title: 'État du système',
    sound: 'Tout va bien.',
    faults: (count) => `${counted(count, 'chose', 'choses')} à réparer.`,
    again: 'Vérifier de nouveau',
    levels: { ok: 'En ordre :', note: 'À savoir :', fault: 'À réparer :' },
    jobs: 'Travaux en attente',
    givenUp: (attempts) => `abandonné après ${counted(attempts, 'essai', 'essais')}`,
    due: 'prévu',
    retry: 'Réessayer',
  },
}
