import type { Messages } from '../messages.tsx'

type Words = Messages['revisions']

const fields: Record<Parameters<Words['alsoChanged']>[0][number], string> = {
  dateline: 'lieu et date',
  sectionIds: 'rubriques',
  bylines: 'signatures',
  keywords: 'mots-clés',
}

const unchanged = new Intl.PluralRules('fr')

export const revisions: Words = {
  title: 'Historique',
  about:
    'Toutes les versions conservées de cet article. Choisissez-en deux pour voir, mot à mot, ce qui a changé de l’une à l’autre.',
  backToStory: 'Retour à l’article',
  versions: 'Versions',
  now: 'Le texte actuel',
  nowSaved: 'en cours d’écriture',
  version: (revision) => `Version ${revision}`,
  keptAs: {
    named: 'conservée sous un nom',
    submitted: 'remise pour relecture',
    published: 'conservée lors de la publication',
    handover: 'avant qu’une autre personne ne continue',
    interval: 'conservée en chemin',
    restored: 'version antérieure rétablie',
    side: 'texte repris d’à côté de l’article',
    saved: 'enregistrée',
  },
  by: (name) => `par ${name}`,
  textOf: (name) => `Ce que ${name} a écrit`,
  live: 'en ligne',
  wasPublic: (version) => `version publique ${version}`,
  withheld: 'soustraite aux lecteurs',
  older: 'de',
  newer: 'à',
  asOlder: (what) => `Comparer depuis : ${what}`,
  asNewer: (what) => `Comparer jusqu’à : ${what}`,
  look: (what) => `Ce qui a changé dans ${what}`,
  beside: 'À côté de l’article',
  besideAbout:
    'Des textes qui n’ont pu être enregistrés dans l’article. Rien n’en est perdu ; quelqu’un doit les voir.',
  besides: {
    conflict: 'écrit sur une version plus ancienne',
    late: 'laissé par une personne qui ne pouvait l’enregistrer',
    replaced: 'remplacé hors du studio',
    handover: 'avant qu’une autre personne ne continue, l’article étant programmé',
  },
  settled: 'réglé',
  changes: 'Ce qui a changé',
  fromTo: (from, to) => `De « ${from} » à « ${to} »`,
  same: 'Les deux disent la même chose, mot pour mot.',
  alsoChanged: (which) => `Changé aussi : ${which.map((field) => fields[field]).join(', ')}.`,
  onlyChanges: 'Omettre ce qui n’a pas changé',
  asBefore: (count) =>
    unchanged.select(count) === 'one' ? `${count} paragraphe inchangé` : `${count} paragraphes inchangés`,
  putIn: 'Ajouté :',
  takenOut: 'Retiré :',
  kicker: 'Surtitre',
  headline: 'Titre',
  standfirst: 'Chapô',
  restore: 'Rétablir cette version',
  restoreSure:
    'L’article redira ce qu’il disait ici. Ce qu’il dit maintenant est conservé comme version. Les lecteurs n’en voient rien.',
  restoreYes: 'Oui, la rétablir',
  restored: (revision) => `Rétablie, comme version ${revision}.`,
  use: 'Mettre ce texte dans l’article',
  useSure:
    'L’article dira ce que dit ce texte. Ce qu’il dit maintenant est conservé comme version. Les lecteurs n’en voient rien.',
  useYes: 'Oui, le mettre',
  settle: 'C’est vu',
  drop: 'Supprimer ce texte',
  dropSure: 'Ces mots disparaîtront pour de bon.',
  dropYes: 'Oui, les supprimer',
  nameThis: 'Nommer cette version',
  rename: 'Changer le nom',
  name: 'Nom',
  nameHelp: 'Ce que vous chercherez plus tard : « avant l’avocat », « tel qu’envoyé au ministère ».',
  unname: 'Retirer le nom',
  nameNow: 'Conserver le texte actuel',
  keepNow: 'Conserver',
}
