import type { Messages } from '../messages.tsx'

const rules = new Intl.PluralRules('fr')
const number = new Intl.NumberFormat('fr')
const counted = (count: number, one: string, other: string): string =>
  `${number.format(count)} ${rules.select(count) === 'one' ? one : other}`

export const moving: Messages['moving'] = {
  title: 'Importer',
  about: 'Faites venir ce que vous avez publié ailleurs. Le même fichier ne change rien une seconde fois.',
  choose: 'Choisir un fichier…',
  kinds:
    'Un export de WordPress, Ghost, Wix, Substack, Medium ou Blogger, un flux, des pages enregistrées, des dépêches, le texte d’une page, ou une archive ZIP de tout cela. La nature du fichier se reconnaît à son contenu. Rien n’entre avant que vous l’ayez vu.',
  sending: 'Le fichier est en route.',
  sent: (percent) => `${percent} %`,
  waiting: 'Pas de connexion ; l’envoi reprendra de lui-même.',
  looking: 'Le fichier est en cours de lecture. Rien n’a été changé.',
  busy: 'Un import est en cours.',
  preview: {
    title: (name) => `Ce que contient ${name}`,
    isPart: 'Le fichier est volumineux : voici ce que contient son début.',
    incomplete: 'Le fichier est défectueux ou s’arrête trop tôt : il peut manquer des articles.',
    stories: (count) => counted(count, 'article', 'articles'),
    none: 'Aucun article n’a été trouvé.',
    known: (count) => `${number.format(count)} d’entre eux étaient déjà là.`,
    pictures: (count) => counted(count, 'image', 'images'),
    words: (count) => counted(count, 'mot', 'mots'),
    from: 'Provenance',
    kind: 'Nature',
    statuses: {
      published: 'publics là-bas',
      draft: 'brouillons',
      scheduled: 'programmés',
      private: 'privés',
      trashed: 'à la corbeille',
    },
    first: 'Les premiers articles',
    noDate: 'sans date',
    problems: 'Ce qui ne viendra pas, ou pas tel quel',
    again: 'Relire',
  },
  names: {
    title: 'Noms',
    about:
      'Ce que deviennent ici les noms de l’ancien site. Deux noms qui deviennent le même n’en font qu’un. Vide : le nom est laissé de côté.',
    sections: 'Rubriques',
    tags: 'Mots-clés',
    authors: 'Auteurs',
    languages: 'Langues',
    becomes: (name) => `${name} devient`,
    inStories: (count) => `dans ${counted(count, 'article', 'articles')}`,
    more: (count) => `${number.format(count)} autres gardent leur nom.`,
    save: 'Enregistrer les noms dans un fichier',
    load: 'Reprendre les noms d’un fichier…',
    badFile: 'Ce n’est pas un fichier de noms : il faut du JSON tel que cet écran l’enregistre.',
  },
  source: 'Un nom pour la provenance',
  sourceHelp: 'Pour que le même article ne soit jamais ajouté deux fois. Vide : la nature du fichier.',
  zone: 'Fuseau horaire de l’ancien site',
  zoneHelp: 'Seulement pour les heures écrites sans fuseau, par exemple Africa/Bamako. Vide : seul le jour est gardé.',
  publish: 'Publier aussitôt ce qui était public là-bas',
  publishHelp: 'Brouillons, articles privés ou programmés restent des brouillons dans tous les cas.',
  begin: 'Les faire venir',
  putAway: 'Choisir un autre fichier',
  states: {
    running: 'en cours',
    stopping: 's’arrête',
    ended: 'terminé',
    failed: 'arrêté avant la fin',
    'broken-off': 'interrompu',
  },
  stop: 'Arrêter après ces articles',
  progress: (percent, perSecond) => `${percent} % · ${number.format(perSecond)} articles par seconde`,
  left: (seconds) =>
    seconds < 60
      ? `encore ${seconds} s environ`
      : `encore ${counted(Math.round(seconds / 60), 'minute', 'minutes')} environ`,
  again: 'Le même fichier reprend là où il s’est arrêté.',
  counts: ({ added, changed, unchanged, published, duplicates, skipped }) =>
    [
      counted(added, 'article ajouté', 'articles ajoutés'),
      counted(changed, 'modifié', 'modifiés'),
      counted(unchanged, 'inchangé', 'inchangés'),
      counted(published, 'publié', 'publiés'),
      ...(duplicates > 0 ? [`${number.format(duplicates)} déjà là dans les mêmes termes`] : []),
      ...(skipped > 0 ? [counted(skipped, 'laissé de côté', 'laissés de côté')] : []),
    ].join(', '),
  incomplete: 'Un fichier était défectueux : il peut manquer des articles.',
  problems: (count) => counted(count, 'problème', 'problèmes'),
  eachProblem: 'Un par un',
  moreProblems: 'Suite des problèmes',
  forgotten: 'Des imports anciens, seul le résumé est gardé.',
  report: 'Enregistrer le rapport (JSON)',
  past: 'Imports',
  none: 'Rien n’a encore été importé.',
  older: 'Imports plus anciens',
  pictures: {
    title: 'Images de ces articles',
    counts: ({ here, waiting, missing, refused }) =>
      `${counted(here, 'image est là', 'images sont là')}, ${number.format(waiting)} à venir, ${number.format(missing)} introuvables, ${number.format(refused)} refusées.`,
    asked: (count) => `${counted(count, 'image est en train de venir', 'images sont en train de venir')}.`,
    fetch: 'Les chercher sur l’ancien site',
    fetchAgain: 'Chercher encore celles qui manquent',
    warning:
      'Le serveur de l’ancien site verra l’adresse de celui-ci. Si cela ne doit pas être, prenez les images dans un dossier ou une archive : ./onrecord picture bring --from DOSSIER.',
    absent: 'Images qui ne sont pas là',
    states: { waiting: 'à venir', missing: 'introuvable', refused: 'refusée' },
    inStories: (count) => `dans ${counted(count, 'article', 'articles')}`,
    more: 'Suite des images',
    leftAlone: 'Articles sur lesquels quelqu’un travaille : placez l’image vous-même.',
    withEditor: (count) =>
      `${counted(count, 'article montre', 'articles montrent')} une image dans une révision qui attend d’être publiée.`,
  },
  out: 'Exporter',
  outHelp:
    'Tout ce que la rédaction possède en un fichier de lignes JSON, brouillons compris. Ni comptes ni secrets. Gardez-le là où des brouillons peuvent être gardés. Avec images, pages et registre, dans des fichiers que tout programme lit : ./onrecord export --all DOSSIER.',
  download: 'Tout télécharger',
}
