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
  moving: {
    title: 'Importer',
    about: 'Faites venir ce que vous avez publié ailleurs. Le même fichier ne change rien une seconde fois.',
    source: 'Un nom pour la provenance',
    sourceHelp: 'Pour que le même article ne soit jamais ajouté deux fois. Vide : la nature du fichier.',
    publish: 'Publier aussitôt ce qui était public là-bas',
    choose: 'Choisir un fichier…',
    kinds:
      'Un export WordPress (WXR), un flux (RSS, Atom, JSON), ou le texte d’une page tel qu’un navigateur le copie.',
    sending: 'Le fichier est en route.',
    waiting: 'Pas de connexion ; l’envoi reprendra de lui-même.',
    busy: 'Un import est en cours.',
    running: 'en cours',
    ended: 'terminé',
    counts: ({ added, changed, unchanged, published }) =>
      `${counted(added, 'article ajouté', 'articles ajoutés')}, ${changed} modifiés, ${unchanged} inchangés, ${published} publiés.`,
    problems: (count) => counted(count, 'problème', 'problèmes'),
    out: 'Exporter',
    outHelp:
      'Tout ce que la rédaction possède en un fichier de lignes JSON, brouillons compris. Ni comptes ni secrets. Gardez-le là où des brouillons peuvent être gardés.',
    download: 'Tout télécharger',
  },
}
