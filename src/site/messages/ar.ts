import { claimAr } from './claim-ar.ts'
import { countAr } from './count-ar.ts'
import { dataAr } from './data-ar.ts'
import { eventAr } from './event-ar.ts'
import { formatsAr } from './formats-ar.ts'
import { houseAr } from './house-ar.ts'
import { ledgerAr } from './ledger-ar.ts'
import type { MessageKey } from './message.ts'
import { recordAr } from './record-ar.ts'
import { relatedAr } from './related-ar.ts'
import { reportAr } from './report-ar.ts'
import { searchAr } from './search-ar.ts'
import { versionsAr } from './versions-ar.ts'

/** The interface's words in Arabic, as far as we have them: a message that is missing here is said in English. */
export const ar: Readonly<Partial<Record<MessageKey, string>>> = {
  ...ledgerAr,
  ...eventAr,
  ...recordAr,
  ...claimAr,
  ...countAr,
  ...dataAr,
  ...searchAr,
  ...versionsAr,
  ...houseAr,
  ...reportAr,
  ...formatsAr,
  ...relatedAr,

  'skip.story': 'إلى نص المقال',
  'skip.content': 'إلى المحتوى',
  'nav.sections': 'الأقسام',
  'nav.languages': 'اللغات',
  'nav.place': 'أنت في',
  'nav.months': 'الأشهر',
  'sample.title': 'نسخة تجريبية:',
  'sample.text': 'هذا عرض توضيحي. الأحداث حقيقية ومروية استناداً إلى مصادر علنية، أما هيئة التحرير فليست كذلك.',

  'story.by': 'بقلم',
  'story.published': 'نُشر في',
  'story.updated': 'حُدّث في',
  'story.minutes':
    '{minutes, plural, one {قراءة دقيقة واحدة} two {قراءة دقيقتين} few {قراءة # دقائق} many {قراءة # دقيقة} other {قراءة # دقيقة}}',
  'story.correction': 'تصويب في {date}',
  'story.clarification': 'توضيح في {date}',
  'story.update': 'تحديث في {date}',
  'note.was': 'كان النص: «{words}»',
  'note.now': 'وأصبح: «{words}»',
  'story.corrected': 'صُوّب',
  'story.translations': 'بلغات أخرى',
  'story.related': 'المزيد في هذا الموضوع',
  'body.notes': 'هوامش',
  'body.note': 'الهامش {number}',
  'body.back': 'العودة إلى النص من الهامش {number}',
  'body.table': 'الجدول {number}',

  'figure.credit': 'المصدر: {credit}',
  'figure.licence': 'الرخصة: {licence}',
  'map.of': 'خريطة {places}.',
  'map.point': 'نقطة تحدد موقع {place}.',
  'map.circle': '{place}: في مكان ما ضمن نحو {km} كم من مركز دائرة متقطعة.',
  'map.between': 'تقع {place} على نحو {km} كم {direction} {other}.',
  'map.borders': 'الحدود عن Natural Earth، وهي تصوّر واحد لها؛ وغيرها يرسم بعضها على نحو آخر.',
  'map.rough': 'دقتها نحو {km} كم: قد يظهر مكان قريب من حدٍّ في غير جهته.',
  'map.scale': '{km} كم',
  'direction.0': 'شمال',
  'direction.1': 'شمال شرق',
  'direction.2': 'شرق',
  'direction.3': 'جنوب شرق',
  'direction.4': 'جنوب',
  'direction.5': 'جنوب غرب',
  'direction.6': 'غرب',
  'direction.7': 'شمال غرب',
  'chart.title': 'بالأرقام: {unit}',
  'chart.range': 'الطرف الفاتح من الشريط يمتد من أدنى رقم إلى أعلاه.',

  'front.latest': 'مقالات أخرى',
  'front.sections': 'في هذا القسم',
  'front.stories':
    '{count, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالاً} other {# مقال}}',
  'front.earlier': 'الأشهر السابقة',
  'front.archive': 'الأرشيف كاملاً',
  'front.author': 'الكاتب',
  'front.feed': 'المتابعة عبر RSS',
  'empty.title': 'لم يُنشر شيء بعد',
  'empty.readers': 'ستظهر هنا أولى مقالات {name} فور صدورها.',
  'empty.section': 'لا مقالات في قسم {section} بعد. ما يُنشر فيه سيظهر هنا.',
  'empty.author': 'لا مقالات بقلم {author} بعد.',

  'month.stories':
    '{count, plural, =0 {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالاً} other {# مقال}} في {month}',
  'month.in': '{subject}: {month}',
  'month.none': 'لم يُنشر شيء في هذا الشهر.',
  'month.previous': 'الأقدم',
  'month.next': 'الأحدث',
  'archive.title': 'الأرشيف',
  'archive.of': 'الأرشيف: {subject}',
  'archive.explain': 'جميع المقالات، بحسب شهر نشرها الأول.',
  'archive.none': 'لا شيء في الأرشيف بعد.',
  'archive.month':
    '{month}: {count, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالاً} other {# مقال}}',

  'feeds.title': 'الخلاصات',
  'feeds.explain':
    'الخلاصة عنوان يسأله تطبيق قارئ الأخبار عن المقالات الجديدة، فتراها كلها بترتيبها، من دون حساب ومن دون أن يراقبك أحد.',
  'feeds.everything': 'كل شيء',
  'feeds.authors': 'بحسب الكاتب',
  'feeds.by': 'بقلم {author}',

  'missing.title': 'لا توجد صفحة هنا',
  'missing.text': 'ربما كُتب العنوان خطأً، أو أن الصفحة لم تُنشر قط.',
  'missing.home': 'إلى الصفحة الرئيسية',
  'missing.archive': 'تصفح الأرشيف',
  'gone.title': 'سُحب هذا المقال',
  'gone.on': 'سُحب في {date}',
  'gone.text': 'كان منشوراً في هذا العنوان. والإشعار أعلاه صادر عن هيئة التحرير.',
  'refused.title': 'تعذّر فهم هذا الطلب',
  'refused.text': 'ربما اقتُطع العنوان أو كُتب خطأً، أو طُلب بطريقة لا يجيب عنها هذا الموقع.',
  'error.title': 'تعذّر عرض هذه الصفحة الآن',
  'error.text': 'الخطأ منا لا منك. حاول مجدداً بعد دقيقة.',

  'footer.archive': 'الأرشيف',
  'footer.feeds': 'الخلاصات',

  'photo.covered': 'هذه الصورة مغطاة: {reason}.',
  'photo.show': 'إظهار الصورة',
  'photo.hide': 'تغطيتها مجدداً',
}
