import { countFr } from './count-fr.ts'
import type { MessageKey } from './message.ts'
import { pagesFr } from './pages-fr.ts'
import { searchFr } from './search-fr.ts'
import { versionsFr } from './versions-fr.ts'
import { houseFr } from './house-fr.ts'
import { reportFr } from './report-fr.ts'
import { mediaFr } from './media-fr.ts'
import { formatsFr } from './formats-fr.ts'
import { relatedFr } from './related-fr.ts'
import { recordFr } from './record-fr.ts'

/** Every word of the interface that readers see, in French. Spaces before « : ; ? ! » do not break. */
export const fr: Readonly<Record<MessageKey, string>> = {
  ...recordFr,
  ...pagesFr,
  ...countFr,
  ...searchFr,
  ...versionsFr,
  ...houseFr,
  ...reportFr,
  ...mediaFr,
  ...formatsFr,
  ...relatedFr,

  'skip.story': 'Aller à l’article',
  'skip.content': 'Aller au contenu',
  'nav.sections': 'Rubriques',
  'nav.languages': 'Langues',
  'nav.place': 'Vous êtes dans',
  'nav.months': 'Mois',
  'sample.title': 'Édition d’exemple\u00a0:',
  'sample.text':
    'ceci est une démonstration. Les faits sont réels et racontés d’après des sources publiques\u00a0; la rédaction, elle, ne l’est pas.',

  'story.by': 'Par',
  'story.published': 'Publié le',
  'story.updated': 'Mis à jour le',
  'story.minutes': '{minutes, plural, one {# min de lecture} other {# min de lecture}}',
  'story.correction': 'Corrigé le {date}',
  'story.clarification': 'Précisé le {date}',
  'story.update': 'Mise à jour du {date}',
  'note.was': 'On y lisait : « {words} »',
  'note.now': 'On y lit désormais : « {words} »',
  'story.corrected': 'Corrigé',
  'story.translations': 'Aussi en',
  'story.related': 'À lire aussi',
  'body.notes': 'Notes',
  'body.note': 'Note {number}',
  'body.back': 'Retour au texte depuis la note {number}',
  'body.table': 'Tableau {number}',

  'figure.credit': 'Crédit\u00a0: {credit}',
  'figure.licence': 'Licence\u00a0: {licence}',
  'map.of': 'Carte\u00a0: {places}.',
  'map.point': '{place} est marqué d’un point.',
  'map.circle': '{place}\u00a0: quelque part à moins d’environ {km} km du centre d’un cercle en tirets.',
  'map.between': '{place} se trouve à environ {km} km {direction} de {other}.',
  'map.borders': 'Frontières\u00a0: Natural Earth, un point de vue\u00a0; d’autres en tracent certaines autrement.',
  'map.rough':
    'Elles sont justes à {km}\u00a0km près environ\u00a0: un lieu tout proche peut paraître du mauvais côté.',
  'map.scale': '{km}\u00a0km',
  'direction.0': 'au nord',
  'direction.1': 'au nord-est',
  'direction.2': 'à l’est',
  'direction.3': 'au sud-est',
  'direction.4': 'au sud',
  'direction.5': 'au sud-ouest',
  'direction.6': 'à l’ouest',
  'direction.7': 'au nord-ouest',
  'chart.title': 'En chiffres\u00a0: {unit}',
  'chart.range': 'La partie claire d’une barre va du chiffre le plus bas au plus élevé.',

  'front.latest': 'Autres articles',
  'front.sections': 'Dans cette rubrique',
  'front.stories': '{count, plural, one {# article} other {# articles}}',
  'front.earlier': 'Les mois précédents',
  'front.archive': 'Toutes les archives',
  'front.author': 'Auteur',
  'front.feed': 'Suivre par RSS',
  'empty.title': 'Rien de publié pour l’instant',
  'empty.readers': 'Les premiers articles de {name} paraîtront ici dès leur publication.',
  'empty.section': 'Il n’y a pas encore d’article dans {section}. Ce qui y sera publié paraîtra ici.',
  'empty.author': 'Il n’y a pas encore d’article de {author}.',
  'empty.newsroomTitle': 'Pour la rédaction',
  'empty.newsroom':
    'Pour remplir cette page, importez ce que vous avez par l’une des trois premières commandes, puis publiez par la dernière.',

  'month.stories': '{count, plural, =0 {Aucun article} one {# article} other {# articles}} en {month}',
  'month.in': '{subject}\u00a0: {month}',
  'month.none': 'Rien n’a été publié ce mois-là.',
  'month.previous': 'Avant',
  'month.next': 'Après',
  'archive.title': 'Archives',
  'archive.of': 'Archives\u00a0: {subject}',
  'archive.explain': 'Tous les articles, selon le mois de leur première publication.',
  'archive.none': 'Les archives sont encore vides.',
  'archive.month': '{month}\u00a0: {count, plural, one {# article} other {# articles}}',

  'feeds.title': 'Flux',
  'feeds.explain':
    'Un flux est une adresse à laquelle une application de lecture demande les nouveaux articles\u00a0: vous les voyez tous, dans l’ordre, sans compte et sans que personne vous observe.',
  'feeds.everything': 'Tout',
  'feeds.authors': 'Par auteur',
  'feeds.by': 'Par {author}',

  'missing.title': 'Il n’y a pas de page ici',
  'missing.text': 'L’adresse est peut-être mal recopiée, ou la page n’a jamais été publiée.',
  'missing.home': 'Aller à la une',
  'missing.archive': 'Parcourir les archives',
  'gone.title': 'Cet article a été retiré',
  'gone.on': 'Retiré le {date}',
  'gone.text': 'Il se trouvait à cette adresse. L’avis ci-dessus est celui de la rédaction.',
  'refused.title': 'Cette demande ne peut pas être comprise',
  'refused.text': 'L’adresse est peut-être tronquée ou mal recopiée, ou ce site ne répond pas à ce genre de demande.',
  'error.title': 'Cette page ne peut pas être affichée pour le moment',
  'error.text': 'La faute est de notre côté, pas du vôtre. Merci de réessayer dans une minute.',

  'footer.archive': 'Archives',
  'footer.feeds': 'Flux',
}
