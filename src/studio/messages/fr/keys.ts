import type { Messages } from '../messages.tsx'

export const keys: Messages['keys'] = {
  title: 'Clés d’API',
  about:
    'Une clé permet à un programme de faire ce que fait le studio, en votre nom et dans ses limites. Jamais plus que ce qui vous est permis.',
  documentation: 'Ce qu’on peut demander à l’API (OpenAPI)',
  none: 'Aucune clé pour l’instant',
  name: 'À quoi elle sert',
  nameHelp: 'Pour savoir laquelle révoquer.',
  may: 'Elle peut',
  scopes: {
    read: { name: 'lire', help: 'articles, registre, images' },
    write: { name: 'écrire', help: 'déposer et réviser des brouillons, ajouter des images' },
    record: { name: 'tenir le registre', help: 'événements, acteurs, lieux, affirmations' },
    publish: { name: 'publier', help: 'tout ce que voient les lecteurs' },
  },
  ends: 'Elle expire',
  days: { '30': 'après 30 jours', '90': 'après 90 jours', '365': 'après un an', never: 'jamais, sauf révocation' },
  make: 'Créer une clé',
  token: 'La clé',
  tokenHelp: 'Elle est affichée maintenant et plus jamais. Qui la possède agit en votre nom.',
  actsFor: (name) => `Agit au nom de ${name}.`,
  neverUsed: 'Jamais utilisée.',
  usedOn: (day) => `Utilisée pour la dernière fois le ${day}.`,
  until: 'Valable jusqu’au',
  revoke: 'Révoquer',
  revoked: 'révoquée',
}
