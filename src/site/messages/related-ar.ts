/** Words that say why a story stands beside another, words on its card, and those about mirrors, in Arabic. */
export const relatedAr = {
  'story.later': 'بعد ذلك',
  'related.event': 'أيضاً عن:',
  'related.actor': 'أيضاً عن:',
  'related.place': 'أيضاً عن:',
  'related.series': 'أيضاً ضمن:',
  'related.section': 'أيضاً في:',
  'related.all': 'عرضها كلها',
  'card.corrected': 'صُوّب في {day}',
  'mirrors.title': 'عناوين أخرى لهذه الصحيفة',
  'mirrors.explain': 'أين يمكن قراءة {paper} أيضاً إذا حُجب هذا العنوان أو تعطل. احتفظ بالقائمة وتناقلها مع غيرك.',
  'mirrors.addresses': 'العناوين',
  'mirrors.signedOn': 'وُقّعت في',
  'mirrors.file': 'القائمة الموقّعة ملفاً',
  'mirrors.key': 'المفتاح الذي يوقّع القائمة',
  'mirrors.compare': 'دوّن بصمته (SHA-256) وقارنها بالتي نعلنها في أماكن أخرى: في المطبوع، وعلى الهواء، ووجهاً لوجه.',
  'mirrors.check': 'كيف تتحقق من التوقيع',
  'mirrors.checkFirst': 'احفظ القائمة الموقّعة باسم mirrors.json. في bash يستخرج الأمر الأول ما جرى توقيعه:',
  'mirrors.checkThen': 'ويتحقق منه الأمر الثاني، في OpenSSL 3، بمفتاحنا ويقول «Signature Verified Successfully»:',
  'mirrors.worth': 'ما قيمة التوقيع',
  'mirrors.shows':
    'يبيّن أن من يملك مفتاحنا وضع في القائمة هذه العناوين دون سواها في ذلك الوقت، وأن أحداً لم يغيّرها منذئذ.',
  'mirrors.showsNot':
    'ولا يبيّن أن عنواناً ما يعمل اليوم، ولا أن ما تقرؤه هناك لم يُغيَّر. وقد يعرض عليك من يحجبنا قائمة أقدم: انظر إلى تاريخها. وقد تعرض صفحة مزوّرة مفتاحاً مزوّراً: لهذا يجب أن تصلك البصمة من طريق آخر.',
} as const
