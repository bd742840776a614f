import type { Messages } from '../messages.tsx'

const plural = new Intl.PluralRules('fr')
const isOne = (count: number) => plural.select(count) === 'one'
const counted = (count: number, one: string, other: string) => `${count} ${isOne(count) ? one : other}`

export const margin: Messages['margin'] = {
  paste: {
    dropped: {
      pictures: (count) =>
        `${counted(count, 'image n’a pas été collée', 'images n’ont pas été collées')} : déposez les fichiers ici.`,
      comments: (count) => `${counted(count, 'commentaire laissé', 'commentaires laissés')} de côté.`,
      deleted: (count) => `${counted(count, 'passage supprimé laissé', 'passages supprimés laissés')} de côté.`,
      struck: (count) =>
        `${counted(count, 'passage barré est repris', 'passages barrés sont repris')} comme texte simple.`,
      links: (count) =>
        `${counted(count, 'lien sans adresse utilisable retiré', 'liens sans adresse utilisable retirés')} ; les mots restent.`,
      objects: (count) =>
        `${counted(count, 'dessin, film ou formule laissé', 'dessins, films ou formules laissés')} de côté.`,
      blocks: (count) =>
        `${counted(count, 'bloc n’a pas sa place ici et reste', 'blocs n’ont pas leur place ici et restent')} de côté.`,
    },
    hide: 'Masquer',
  },
  find: {
    label: 'Rechercher et remplacer',
    find: 'Rechercher',
    replace: 'Remplacer par',
    count: (at, all) => (all === 0 ? 'Rien trouvé' : `${at} sur ${all}`),
    next: 'Suivant',
    previous: 'Précédent',
    matchCase: 'Respecter la casse',
    wholeWords: 'Mots entiers',
    matchAccents: 'Respecter les accents',
    replaceOne: 'Remplacer',
    replaceAll: 'Tout remplacer',
    replaced: (count) => `${counted(count, 'endroit remplacé', 'endroits remplacés')}.`,
    close: 'Fermer la recherche',
  },
  panel: {
    title: 'Commentaires et suggestions',
    empty: 'Aucun commentaire pour l’instant.',
    emptyHelp: 'Sélectionnez des mots dans le texte, puis commentez-les ou proposez d’autres mots.',
    selectFirst: 'Sélectionnez d’abord des mots dans le texte.',
    addComment: 'Commenter',
    addSuggestion: 'Proposer d’autres mots',
    suggestMode: 'Proposer en écrivant',
    suggestModeOn: 'Ce que vous tapez ou supprimez attend dans la marge que quelqu’un l’accepte.',
    previous: 'Précédent',
    next: 'Suivant',
    on: (words) => `Sur « ${words} »`,
    atPlace: 'À l’endroit du curseur',
    commentLabel: 'Votre commentaire',
    suggestionLabel: 'Autres mots',
    suggestionHelp: 'Laissez vide pour proposer une coupe.',
    send: 'Envoyer',
    suggest: 'Proposer',
    cancel: 'Annuler',
    insteadOf: (before, after) =>
      after === ''
        ? `Propose de couper « ${before} »`
        : before === ''
          ? `Propose d’ajouter « ${after} »`
          : `Propose « ${after} » à la place de « ${before} »`,
    cut: 'Couper',
    add: 'Mettre',
    instead: 'À la place de',
    accept: 'Accepter',
    refuse: 'Refuser',
    needsPen: 'Seul celui qui écrit peut accepter ou refuser.',
    show: 'Montrer dans le texte',
    wordsGone: 'Ces mots ne sont pas dans le texte pour l’instant, ou y sont plusieurs fois.',
    removed: 'Ce commentaire a été retiré.',
    edited: 'modifié',
    reply: 'Répondre',
    replyLabel: 'Votre réponse',
    resolve: 'Résoudre',
    reopen: 'Rouvrir',
    resolvedOnes: (count) => counted(count, 'commentaire résolu', 'commentaires résolus'),
    resolvedBy: (name) => `Résolu par ${name}`,
    somebody: 'Quelqu’un',
    failed: 'L’envoi a échoué. Ce que vous avez écrit est encore ici.',
    loadFailed: 'Les commentaires n’ont pas pu être chargés.',
    mine: 'Vous',
  },
}
