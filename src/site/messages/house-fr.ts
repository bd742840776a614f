import type { houseEn } from './house-en.ts'

/** Words of the masthead, the fronts and the pages on which the paper speaks of itself, in French. */
export const houseFr = {
  'nav.allSections': 'Toutes les rubriques',
  'nav.search': 'Rechercher',
  'footer.paper': 'Le journal',
  'footer.read': 'Lire autrement',
  'footer.theRecord': 'Le registre',
  'footer.corrections': 'Rectifications',
  'footer.search': 'Rechercher',
  'footer.text': 'Cette page en texte seul',
  'footer.mirrors': 'Si ce site est bloqué',
  'footer.allSections': 'Chaque rubrique et son flux',
  'footer.since': 'Depuis {year}',

  'front.series': 'Série',
  'front.parts': '{count, plural, one {# épisode} other {# épisodes}}',
  'front.desk': 'Service',
  'front.organisation': 'Organisation',
  'front.begin': 'Commencer par le début\u00a0:',
  'front.allParts': 'La série depuis le début',
  'front.nextParts': 'Les épisodes suivants sont dans les archives, mois par mois.',
  'front.inRecord':
    'Dans le registre\u00a0: {count, plural, one {# événement} other {# événements}}, lieu\u00a0: {place}',

  'missing.search': 'Chercher dans le journal',
  'missing.sections': 'Voir toutes les rubriques',

  'house.changed': 'Dernière modification\u00a0: {date}',
  'house.more': 'Le journal, suite',
  'house.about': 'Qui nous sommes',
  'house.ownership': 'À qui appartient le journal',
  'house.funding': 'De quoi vit le journal',
  'house.masthead': 'La rédaction',
  'house.corrections-policy': 'Comment nous rectifions',
  'house.verification': 'Comment nous vérifions',
  'house.unnamed-sources': 'Les sources anonymes',
  'house.contact': 'Nous joindre',
  'house.contact-safely': 'Nous écrire sans danger',

  'safe.title': 'Comment nous joindre',
  'safe.before':
    'Avant d’écrire\u00a0: n’utilisez ni téléphone, ni ordinateur, ni réseau de votre travail. Ceux qui les gèrent peuvent voir où vous êtes allé.',
  'safe.here':
    'Cette page ne pose aucun cookie, n’exécute aucun script et ne demande rien à un autre site. Notre logiciel ne compte pas qui la lit et n’en garde aucune trace. Votre propre réseau voit tout de même que vous êtes venu sur ce site, sauf si vous le lisez dans le navigateur Tor.',
  'safe.secureDrop': 'SecureDrop, par Tor',
  'safe.secureDropWhat':
    'La voie la plus sûre pour des documents. Nous ne savons pas qui vous êtes, à moins que vous ne le disiez.',
  'safe.tor':
    'Installez le navigateur Tor depuis torproject.org. Faites-le dans un lieu sans rapport avec votre travail.',
  'safe.openOnion': 'Ouvrez-y cette adresse, lettre pour lettre. Elle ne s’ouvre dans aucun autre navigateur\u00a0:',
  'safe.codename':
    'SecureDrop vous montre un nom de code. Apprenez-le par cœur\u00a0: qui le trouve sur vous sait ce que vous avez fait.',
  'safe.return': 'Revenez avec ce nom un ou deux jours plus tard\u00a0: notre réponse et nos questions seront là.',
  'safe.signal': 'Signal, pour les messages et les appels',
  'safe.signalWhat':
    'Personne ne peut lire les messages en chemin. Signal connaît votre numéro\u00a0; nous voyons le nom que vous choisissez.',
  'safe.signalUser':
    'Installez Signal sur un téléphone à vous, ouvrez une nouvelle discussion et cherchez ce nom d’utilisateur\u00a0:',
  'safe.signalLink': 'Installez Signal sur un téléphone à vous et ouvrez-y ce lien\u00a0:',
  'safe.signalHide': 'Dans ses paramètres, sous Confidentialité, ne laissez personne voir votre numéro.',
  'safe.signalGone':
    'Réglez les messages pour qu’ils disparaissent, et retirez notre nom de vos discussions quand tout est fini.',
  'safe.none':
    'Nous n’avons pas encore de voie sûre à proposer ici. N’envoyez rien de dangereux par courriel ou par un formulaire.',
  'safe.mail': 'Le courriel n’est pas sûr',
  'safe.mailWhat':
    'Un courriel dit qui a écrit à qui, et quand, à tous ceux qui le transportent. Ne vous en servez pour rien qui puisse vous nuire.',
} as const satisfies Readonly<Record<keyof typeof houseEn, string>>
