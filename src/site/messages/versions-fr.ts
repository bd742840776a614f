import type { versionsEn } from './versions-en.ts'

/** Words around what changed: versions of a story, corrections, translations, in French. */
export const versionsFr = {
  'story.zoneTime': '{date}, {clock} à {city} ({offset})',
  'story.changes': 'Ce qui a changé ({count, plural, one {# version} other {# versions}})',
  'story.forms': 'Cet article',
  'story.textOnly': 'Texte seul',
  'story.oneFile': 'Un fichier à transmettre',
  'story.cite': 'Pour citer cet article',
  'story.citation': '{authors}, « {headline} », {paper}, {date}.',
  'story.citationUnsigned': '« {headline} », {paper}, {date}.',

  'translation.from': 'Traduit d’après l’original en {language}, état du {date} :',
  'translation.corrected': 'L’original a été corrigé depuis, le {date}',
  'translation.changed': 'L’original a changé depuis, le {date}',
  'translation.changedText': 'Cette traduction est celle du texte précédent.',
  'translation.withdrawn': 'L’original a été retiré, le {date}',
  'translation.withdrawnText': 'Cette traduction reste en place tant que la rédaction n’en a pas décidé.',
  'translation.read': 'L’original',
  'translation.see': 'Ce qui a changé dans l’original',

  'changes.title': 'Ce qui a changé',
  'changes.of': 'Ce qui a changé : {headline}',
  'changes.explain':
    'Toutes les versions de cet article que les lecteurs ont eues, la plus récente d’abord. Ce qui a été retiré est barré ; ce qui est venu est souligné.',
  'changes.version': 'Version {number}',
  'changes.present': 'Le texte actuel',
  'changes.first': 'Tel que publié d’abord.',
  'changes.none': 'Aucun mot du texte n’a changé ; un lien, une image ou la rubrique, peut-être.',
  'changes.withheld': 'La rédaction ne montre plus ce texte : {reason}',
  'changes.afterWithheld': 'Le texte précédent n’est plus montré, ni donc ce qui a changé.',
  'changes.notCompared': 'Seules les {count} versions les plus récentes sont comparées à celles d’avant.',
  'changes.unchanged': '{count, plural, one {# paragraphe inchangé} other {# paragraphes inchangés}}',
  'changes.kicker': 'Surtitre',
  'changes.headline': 'Titre',
  'changes.standfirst': 'Chapeau',
  'changes.body': 'Texte',
  'changes.removed': 'retiré :',
  'changes.added': 'ajouté :',
  'changes.end': 'fin',
  'changes.story': 'L’article',

  'corrections.title': 'Rectifications',
  'corrections.explain':
    'Ce que nous avions mal dit et avons rectifié, du plus récent au plus ancien. Chaque rectification figure aussi au-dessus de l’article qu’elle corrige.',
  'corrections.clarification': 'Précision',
  'corrections.in': 'Rectifications : {month}',
  'corrections.count': '{count, plural, one {# rectification} other {# rectifications}}',
  'corrections.none': 'Aucun article n’a encore été rectifié. Le jour venu, ce sera dit ici, avec la date et les mots.',
  'corrections.changes': 'Ce qui a changé dans le texte',
  'corrections.all': 'Toutes les rectifications',
  'corrections.month': '{month} : {count, plural, one {# rectification} other {# rectifications}}',
} as const satisfies Readonly<Record<keyof typeof versionsEn, string>>
