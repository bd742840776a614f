import type { FindingWords } from './finding-words.ts'

const quoted = (words: string): string => `«\u00a0${words}\u00a0»`

export const FINDING_WORDS_FR: FindingWords = {
  kinds: {
    'figure-without-source': {
      title: 'Chiffre sans source',
      why: ({ figure = 'Ce chiffre' }) =>
        `${quoted(figure)} est donné ici comme le compte du journal, et le texte ne dit pas de qui il vient.`,
      fix: () => 'Dites qui a donné ce chiffre, ou citez l’affirmation du registre.',
    },
    'claim-as-fact': {
      title: 'Affirmation donnée pour fait',
      why: ({ claimant = '', word, actor }) => {
        if (word) return `${claimant || 'Un camp'} le dit de l’autre camp\u00a0; ${quoted(word)} en fait une certitude.`
        if (actor) return `Le titre l’attribue à ${actor} comme un fait\u00a0; dans le texte, quelqu’un l’affirme.`
        return `Ce chiffre ne vient que d’un camp${claimant ? ` (${claimant})` : ''}, et rien ne le dit ici.`
      },
      fix: ({ claimant, word }) =>
        word
          ? 'Écrivez «\u00a0affirme\u00a0», sauf si quelqu’un d’autre l’a vérifié.'
          : `Dites qui l’affirme${claimant ? `\u00a0: ${claimant}` : ''}.`,
    },
    'hidden-source': {
      title: 'Source cachée',
      why: () => 'Ces mots disent que quelqu’un l’affirme, sans dire qui.',
      fix: () => 'Nommez qui l’affirme, ou dites pourquoi on ne le nomme pas.',
    },
    'date-rots': {
      title: 'Jour sans sa date',
      why: ({ words = 'Ce mot' }) =>
        `${quoted(words)} est juste le jour où on l’écrit, et faux pour qui le lit plus tard.`,
      fix: ({ instead }) => (instead ? `Écrivez ${quoted(instead)}.` : 'Écrivez la date.'),
    },
    'name-against-record': {
      title: 'Autre graphie au registre',
      why: ({ spelling = '' }) =>
        `Le registre écrit ce nom ${quoted(spelling)}, et n’a pas d’autre graphie comme celle-ci.`,
      fix: ({ spelling = '' }) => `Écrivez ${quoted(spelling)}, ou écartez si c’est un autre nom.`,
    },
    'figure-against-record': {
      title: 'Autre chiffre au registre',
      why: ({ claimant = 'cette source', record = '', figure = '' }) =>
        `Le registre a ${record} selon ${claimant}\u00a0; ici, ${quoted(figure)}.`,
      fix: () => 'Vérifiez les deux à la source\u00a0; si le chiffre est nouveau, entrez-le comme révision.',
    },
    'figures-differ': {
      title: 'Deux chiffres qui diffèrent',
      why: ({ figure = '', other = '', claimant }) =>
        claimant
          ? `Selon ${claimant}, ${quoted(figure)} ici, et ${quoted(other)} dans un paragraphe précédent.`
          : `Ici ${quoted(figure)}, et ${quoted(other)} dans un paragraphe précédent.`,
      fix: () => 'Choisissez l’un des deux, ou dites comment ils vont ensemble.',
    },
    'sum-of-claimants': {
      title: 'Somme de plusieurs sources',
      why: ({ one = '', other = '' }) =>
        `Ce total additionne ${one} et ${other}\u00a0: deux sources ont pu compter les mêmes personnes.`,
      fix: () => 'Donnez les deux chiffres, chacun avec sa source, et aucun total.',
    },
    'loaded-word': {
      title: 'Mot qui prend parti',
      why: ({ word = '' }) => `${quoted(word)} est sur la liste des mots que le journal n’emploie pas à son compte.`,
      fix: ({ instead }) =>
        instead
          ? `Écrivez ${quoted(instead)}, ou citez qui le dit.`
          : 'Nommez-les ou dites ce qu’ils ont fait\u00a0; ou citez qui le dit.',
    },
    'quote-without-speaker': {
      title: 'Citation sans auteur',
      why: () => 'Quelqu’un est cité ici, et les phrases autour ne disent pas qui.',
      fix: () => 'Dites qui l’a dit ou écrit.',
    },
    'picture-without-credit': {
      title: 'Image sans crédit',
      why: () => 'Rien ne dit qui a fait cette image, ni à qui elle est.',
      fix: () => 'Remplissez le crédit.',
    },
    'headline-differs': {
      title: 'Chiffre absent du texte',
      why: ({ figure = '', other }) =>
        other
          ? `${quoted(figure)} ici, et ${quoted(other)} dans le texte.`
          : `${quoted(figure)} est ici, et nulle part dans le texte.`,
      fix: () => 'Accordez le titre et le texte.',
    },
    'missing-via': {
      title: 'Mots d’une agence',
      why: ({ agency }) =>
        agency
          ? `${agency} parle ici de son propre travail, et le texte ne dit nulle part qu’il vient de là.`
          : 'Une agence parle ici de son propre travail, et le texte ne la nomme pas.',
      fix: ({ agency }) =>
        agency ? `Dites que c’est ${agency} qui le rapporte, ou créditez-la en signature.` : 'Nommez l’agence.',
    },
  },
  measures: {
    killed: 'Tués',
    wounded: 'Blessés',
    'killed-or-wounded': 'Tués ou blessés',
    captured: 'Capturés',
    missing: 'Disparus',
    abducted: 'Enlevés',
    displaced: 'Déplacés',
  },
  responsibilities: {
    claimed: 'Revendique',
    accused: 'Accusé',
    suspected: 'Soupçonné',
    denied: 'Nie',
    stated: 'Donné pour auteur',
  },
}
