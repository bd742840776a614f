import type { formatsEn } from './formats-en.ts'

/** Words of feeds, of other forms of a page, and of its mirrors, in French. */
export const formatsFr = {
  'feeds.corrections': 'Corrections',
  'feeds.correctionsOf': 'Tout ce que {paper} a corrigé, au fur et à mesure',
  'feeds.showing': 'Les articles de {paper} qui montrent {name}',
  'feeds.withdrawn': 'Retiré',
  'feeds.clarified': 'Précisé\u00a0: {headline}',
  'feeds.corrected': 'Corrigé\u00a0: {headline}',
  'feeds.formats':
    'Chaque flux porte le texte entier. RSS, Atom et JSON Feed disent la même chose\u00a0; prenez celui que votre application préfère. Un article retiré est signalé comme tel dans les flux où il se trouvait.',
  'feeds.places': 'Par lieu',
  'feeds.subjects': 'Par sujet',
  'feeds.series': 'Séries',
  'feeds.record': 'Par événement, acteur ou lieu',
  'feeds.recordHow':
    'Chaque événement, acteur et lieu du registre a des flux des articles qui le montrent. Celui de la page {page} se trouve à l’adresse {feed}.',
  'embed.by': 'Extrait du registre de {paper}',
  'embed.open': 'Le registre complet de cet événement',
  'text.picture': '[Image\u00a0: {words}]',
  'text.menu': 'Menu',
  'text.of': 'Version texte de',
  'offline.saved': 'Copie de {paper}, dans l’état du {date}.',
  'offline.since': 'L’article a pu être corrigé depuis. À vérifier ici\u00a0:',
  'offline.picture':
    'Image\u00a0: {words} Elle n’est pas dans ce fichier, pour qu’il reste léger\u00a0; elle est sur la page.',
} as const satisfies Readonly<Record<keyof typeof formatsEn, string>>
