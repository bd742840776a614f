import type { reportEn } from './report-en.ts'

/** Words with which readers write to the newsroom, in French. */
export const reportFr = {
  'report.link': 'Signaler une erreur',
  'report.title': 'Signaler une erreur',
  'report.about': 'Votre message porte sur',
  'report.aboutNothing':
    'Chaque signalement porte sur une page. Ouvrez l’article, l’événement ou l’affirmation en cause, et suivez-y le lien «\u00a0Signaler une erreur\u00a0».',
  'report.back': 'Retour à la page',
  'report.kind': 'Qu’est-ce qui est faux\u00a0?',
  'report.kind.fact': 'Un fait',
  'report.kind.figure': 'Un chiffre',
  'report.kind.name': 'Un nom ou un lieu',
  'report.kind.broken': 'Quelque chose ne fonctionne pas sur la page',
  'report.kind.other': 'Autre chose',
  'report.text': 'Que dit la page, et qu’est-ce qui est juste\u00a0?',
  'report.textHint': 'De 10 à 4\u00a0000 caractères. Si vous connaissez une source, dites où nous pouvons la lire.',
  'report.contact': 'Comment vous joindre\u00a0? (facultatif)',
  'report.contactHint':
    'Seulement si vous voulez une réponse\u00a0: une adresse électronique ou un numéro. Sans cela, nous pouvons corriger la page, mais pas vous poser de questions.',
  'report.honeypot': 'Laissez ce champ vide',
  'report.send': 'Envoyer au service des corrections',
  'report.what': 'Ce que devient votre message',
  'report.what.read':
    'Un membre de la rédaction le lit et le confronte à nos sources. Rien n’est publié automatiquement.',
  'report.what.corrected':
    'Si nous nous sommes trompés, la page est corrigée, avec une note datée qui dit ce qui était faux. Nous ne modifions jamais une page en silence.',
  'report.kept': 'Ce que nous gardons, et ce que nous ne gardons pas',
  'report.kept.kept':
    'Nous gardons ce que vous écrivez ici, la page concernée et la minute de réception. Aucun compte n’est nécessaire. Le moyen de vous joindre est effacé une fois le signalement traité.',
  'report.kept.not':
    'Nous ne gardons pas votre adresse réseau, ne déposons aucun cookie et ne notons rien de votre appareil. Aucun script ne s’exécute sur cette page.',
  'report.kept.line':
    'Votre fournisseur d’accès, et quiconque surveille votre ligne, peut tout de même voir que vous avez consulté ce site.',
  'report.safely':
    'Vous êtes une source, ou nous écrire pourrait vous mettre en danger, vous ou d’autres\u00a0? N’utilisez pas ce formulaire.',
  'report.safelyLink': 'Nous écrire sans danger',
  'report.sent.title': 'Votre signalement est arrivé',
  'report.sent.text':
    'Merci. Il est entre les mains du service des corrections. Si nous nous sommes trompés, la page le dira, avec la date.',
  'report.sent.contact':
    'Si vous avez indiqué comment vous joindre, nous vous écrirons peut-être, uniquement au sujet de ce signalement.',
  'report.problems': 'Votre message n’est pas encore envoyé\u00a0:',
  'report.problem.kind': 'Choisissez ce qui est faux.',
  'report.problem.too-short': 'Dites en 10 caractères au moins ce qui est faux.',
  'report.problem.too-long':
    'Votre texte compte {count, number} caractères\u00a0; {most, number} au plus peuvent être envoyés. Dites d’abord le plus important.',
  'report.problem.contact': 'Le moyen de vous joindre tient en {most, number} caractères au plus.',
  'report.refused.busy':
    'Il arrive en ce moment plus de signalements que nous ne pouvons en recevoir. Le vôtre n’a pas été gardé. Réessayez dans un quart d’heure\u00a0; votre texte est ci-dessous.',
  'report.refused.full':
    'Votre signalement n’a pas pu être gardé. Réessayez plus tard dans la journée\u00a0; votre texte est ci-dessous.',
  'report.refused.title': 'Votre signalement n’a pas pu être lu',
  'report.refused.elsewhere':
    'Il a été envoyé depuis la page d’un autre site. Pour protéger nos lecteurs, nous ne prenons que les signalements envoyés depuis notre propre formulaire.',
  'report.refused.type': 'Il n’est pas arrivé sous la forme dans laquelle les navigateurs l’envoient.',
  'report.refused.large': 'Il dépasse de loin les 4\u00a0000 caractères qu’un signalement peut compter.',
  'report.refused.slow':
    'Il n’est pas arrivé à temps\u00a0: la ligne est trop lente ou s’est interrompue. Veuillez l’envoyer de nouveau.',
  'report.refused.form': 'Il était mal formé. Veuillez remplir le formulaire de nouveau.',
  'report.again': 'Vers le formulaire',
} as const satisfies Readonly<Record<keyof typeof reportEn, string>>
