/** Words of feeds, of other forms of a page, and of its mirrors, in Arabic. */
export const formatsAr = {
  'feeds.corrections': 'التصويبات',
  'feeds.correctionsOf': 'كل ما صوّبته {paper}، فور تصويبه',
  'feeds.showing': 'مقالات {paper} التي تعرض {name}',
  'feeds.withdrawn': 'سُحب',
  'feeds.clarified': 'توضيح: {headline}',
  'feeds.corrected': 'تصويب: {headline}',
  'feeds.formats':
    'كل خلاصة تحمل النص الكامل. صيغ RSS وAtom وJSON Feed متطابقة المضمون؛ خذ ما يفضله تطبيقك. والمقال الذي يُسحب يُعلن سحبه في الخلاصات التي ورد فيها.',
  'feeds.places': 'بحسب المكان',
  'feeds.subjects': 'بحسب الموضوع',
  'feeds.series': 'السلاسل',
  'feeds.record': 'بحسب الحدث أو الطرف أو المكان',
  'feeds.recordHow': 'لكل حدث وطرف ومكان في السجل خلاصات للمقالات التي تعرضه. خلاصة الصفحة {page} عنوانها {feed}.',
  'embed.by': 'من سجل {paper}',
  'embed.open': 'السجل الكامل لهذا الحدث',
  'text.picture': '[صورة: {words}]',
  'text.menu': 'القائمة',
  'text.of': 'نسخة نصية من',
  'offline.saved': 'حُفظ من {paper} كما كان في {date}.',
  'offline.since': 'ربما جرى تصويبه بعد ذلك. تحقق هنا:',
  'offline.picture': 'صورة: {words} أُسقطت من هذا الملف ليبقى صغيراً؛ وهي في الصفحة.',
} as const
