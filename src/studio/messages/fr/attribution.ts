import type { Messages } from '../messages.tsx'

const rules = new Intl.PluralRules('fr')
const counted = (count: number, one: string, other: string): string =>
  `${count} ${rules.select(count) === 'one' ? one : other}`

export const attribution: Messages['attribution'] = {
  title: 'Qui le dit ? La relecture des attributions',
  about:
    'La relecture suit le texte en français et en anglais : qui le dit, quelles dates vieilliront, ce qui s’écarte du registre.',
  notRead: 'Il n’y a encore rien à lire.',
  reading: 'Lecture…',
  failed: 'Le texte n’a pas pu être lu. Il le sera de nouveau à votre prochain changement.',
  otherLanguage: 'La langue de cet article ne peut pas être lue ici.',
  otherLanguageHelp: 'La relecture lit le français et l’anglais. Les chiffres se sourcent à la main, comme avant.',
  nothing: 'Rien à demander.',
  found: (claims, findings, responsibilities) =>
    [
      claims > 0 && counted(claims, 'affirmation proposée', 'affirmations proposées'),
      findings > 0 && counted(findings, 'remarque', 'remarques'),
      responsibilities > 0 && `${responsibilities} sur qui l’a fait`,
    ]
      .filter(Boolean)
      .join(' · '),
  at: (place, of, title) => `${place} sur ${of}. ${title}`,
  next: 'Suivante',
  previous: 'Précédente',
  show: 'Montrer dans le texte',
  quoted: (words) => `« ${words} »`,
  suggestedClaim: 'Affirmation proposée',
  ownVoice: 'Personne n’est nommé',
  via: (name) => `via ${name}`,
  claimLine: (who, what) => `${who} : ${what}`,
  carried: (words, name) => `« ${words} » est lu comme ${name}, d’après une phrase précédente.`,
  citedInBody:
    'Les chiffres se sourcent dans le corps du texte. Dites-le là, avec qui le dit, et cela pourra être inscrit.',
  responsibility: 'Qui l’a fait',
  responsible: {
    claimed: (actor) => `${actor} revendique les faits`,
    accused: (actor) => `${actor} fait l’objet d’accusations`,
    suspected: (actor) => `${actor} fait l’objet de soupçons`,
    denied: (actor) => `${actor} nie en être l’auteur`,
    stated: (actor) => `${actor} en serait l’auteur, selon le texte`,
  },
  responsibilityHelp:
    'Le studio n’a pas de formulaire pour dire qui l’a fait. Qui tient le registre l’inscrit par un fichier ou par l’API.',
  checkThis: 'à vérifier',
  byModel: 'de notre modèle',
  fields: { headline: 'dans le titre', standfirst: 'dans le chapô' },
  accept: 'Inscrire comme affirmation…',
  fix: (words) => (words === '' ? 'Retirer' : `Mettre « ${words} »`),
  dismiss: 'Écarter',
  bringBack: 'Rétablir',
  formOpened: 'Le formulaire est ouvert, rempli d’après le texte. Vérifiez-le, puis inscrivez.',
  fixed: (words) => (words === '' ? 'Retiré. Annuler le rétablit.' : `Mis : « ${words} ». Annuler le retire.`),
  isPutAside: 'Écarté, pour tous ceux qui travaillent à cet article.',
  cannotTake: 'Cela doit se régler à la main.',
  putAsideOnes: (count) => counted(count, 'remarque écartée', 'remarques écartées'),
  keys: {
    title: 'Touches de la relecture des attributions',
    next: 'Proposition ou remarque suivante',
    previous: 'La précédente',
    take: 'Inscrire l’affirmation, ou mettre la correction',
    putAside: 'Écarter',
  },
  model: {
    ask: 'Interroger notre modèle',
    asking: 'En cours…',
    about: (host) =>
      `Envoie le titre, le chapô et le texte de cet article, tels qu’ils sont enregistrés, à ${host}, que votre rédaction a choisi. Ce qu’il trouve vient dans cette liste et se vérifie comme le reste.`,
    found: (count, refused) =>
      [
        count === 0 ? 'Il n’a rien trouvé d’autre.' : `Il a ajouté ${counted(count, 'ligne', 'lignes')} à la liste.`,
        refused > 0 && `${counted(refused, 'réponse inutilisable', 'réponses inutilisables')}.`,
      ]
        .filter(Boolean)
        .join(' '),
    otherText: 'Le texte a changé pendant la lecture. Interrogez-le de nouveau.',
  },
  check: (claims, findings) =>
    `La relecture des attributions a ${[
      findings > 0 && counted(findings, 'remarque', 'remarques'),
      claims > 0 && counted(claims, 'affirmation proposée', 'affirmations proposées'),
    ]
      .filter(Boolean)
      .join(' et ')} que personne n’a regardées.`,
  checkShow: 'Aux attributions',
  style: {
    title: 'Mots et règles de la relecture des attributions',
    about:
      'Les mots que le journal ne prend pas à son compte. Dans les citations, ils restent tels qu’ils ont été dits. La relecture lit le français et l’anglais.',
    word: 'Mot',
    language: 'Langue',
    instead: 'À la place (facultatif)',
    add: 'Ajouter un mot',
    remove: (word) => `Retirer « ${word} »`,
    none: 'Aucun mot : la relecture laisse tout passer.',
    restore: 'Revenir à la liste livrée avec le programme',
    isDefault: 'C’est la liste livrée avec le programme.',
    looksFor: 'Ce que cherche la relecture',
    looksForHelp: 'Ce qui n’est pas coché n’est souligné pour personne ici.',
    save: 'Enregistrer mots et règles',
    saved: 'Enregistré. La relecture s’y tient désormais.',
  },
}
