import type { Messages } from '../messages.tsx'

export const ui: Messages['ui'] = {
  save: 'Enregistrer',
  cancel: 'Annuler',
  close: 'Fermer',
  remove: 'Retirer',
  optional: 'facultatif',
  more: 'Afficher la suite',
  copy: 'Copier',
  copied: 'Copié',
  search: 'Chercher',
  none: 'Aucun',
  newestFirst: 'les plus récents d’abord',
}
