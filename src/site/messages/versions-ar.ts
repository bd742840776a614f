/** Words around what changed: versions of a story, corrections, translations, in Arabic. */
export const versionsAr = {
  'story.zoneTime': '{date}، {clock} بتوقيت {city} ({offset})',
  'story.changes':
    'ما الذي تغيّر ({count, plural, zero {لا نسخ} one {نسخة واحدة} two {نسختان} few {# نسخ} many {# نسخة} other {# نسخة}})',
  'story.forms': 'هذا المقال',
  'story.textOnly': 'نص فقط',
  'story.oneFile': 'ملف واحد لتناقله',
  'story.cite': 'كيفية الاستشهاد به',
  'story.citation': '{authors}: «{headline}»، {paper}، {date}.',
  'story.citationUnsigned': '«{headline}»، {paper}، {date}.',

  'translation.from': 'مترجم عن {language}، كما كان الأصل في {date}:',
  'translation.corrected': 'صُوّب الأصل بعد ذلك، {date}',
  'translation.changed': 'تغيّر الأصل بعد ذلك، {date}',
  'translation.changedText': 'هذه ترجمة النص السابق.',
  'translation.withdrawn': 'سُحب الأصل، {date}',
  'translation.withdrawnText': 'تبقى هذه الترجمة إلى أن تبتّ هيئة التحرير في أمرها.',
  'translation.read': 'الأصل',
  'translation.see': 'ما الذي تغيّر في الأصل',

  'changes.title': 'ما الذي تغيّر',
  'changes.of': 'ما الذي تغيّر: {headline}',
  'changes.explain': 'كل نسخة من هذا المقال وصلت إلى القراء، الأحدث أولاً. ما حُذف مشطوب، وما أُضيف تحته خط.',
  'changes.version': 'النسخة {number}',
  'changes.present': 'النص الحالي',
  'changes.first': 'كما نُشر أول مرة.',
  'changes.none': 'لم تتغيّر كلمة في النص؛ وربما تغيّر رابط أو صورة أو القسم الذي وُضع فيه.',
  'changes.withheld': 'لم تعد هيئة التحرير تعرض هذا النص: {reason}',
  'changes.afterWithheld': 'لم يعد النص السابق لهذا معروضاً، فلا يُعرض ما تغيّر.',
  'changes.notCompared': 'أحدث النسخ وحدها، وعددها {count}، تُقارن بما سبقها.',
  'changes.unchanged':
    '{count, plural, zero {لا فقرات بلا تغيير} one {فقرة واحدة بلا تغيير} two {فقرتان بلا تغيير} few {# فقرات بلا تغيير} many {# فقرة بلا تغيير} other {# فقرة بلا تغيير}}',
  'changes.kicker': 'السطر فوق العنوان',
  'changes.headline': 'العنوان',
  'changes.standfirst': 'المقدمة',
  'changes.body': 'النص',
  'changes.removed': 'حُذف:',
  'changes.added': 'أُضيف:',
  'changes.end': 'انتهى',
  'changes.story': 'المقال',

  'corrections.title': 'التصويبات',
  'corrections.explain': 'ما أخطأنا فيه وصوّبناه، الأحدث أولاً. كل تصويب مثبت أيضاً فوق المقال الذي يصوّبه.',
  'corrections.clarification': 'توضيح',
  'corrections.in': 'التصويبات: {month}',
  'corrections.count':
    '{count, plural, zero {لا تصويبات} one {تصويب واحد} two {تصويبان} few {# تصويبات} many {# تصويباً} other {# تصويب}}',
  'corrections.none': 'لم يُصوَّب أي مقال بعد. وحين يحدث ذلك يُذكر هنا، بالتاريخ والكلمات.',
  'corrections.changes': 'ما الذي تغيّر في النص',
  'corrections.all': 'كل التصويبات',
  'corrections.month':
    '{month}: {count, plural, zero {لا تصويبات} one {تصويب واحد} two {تصويبان} few {# تصويبات} many {# تصويباً} other {# تصويب}}',
} as const
