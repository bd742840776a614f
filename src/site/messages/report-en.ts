/** Words with which readers write to the newsroom, in English. */
export const reportEn = {
  'report.link': 'Report an error',
  'report.title': 'Report an error',
  'report.about': 'You are writing about',
  'report.aboutNothing':
    'Every report is about one page. Open the story, the event or the claim that is wrong, and follow “Report an error” there.',
  'report.back': 'Back to the page',
  'report.kind': 'What is wrong?',
  'report.kind.fact': 'A fact',
  'report.kind.figure': 'A figure',
  'report.kind.name': 'A name or a place',
  'report.kind.broken': 'Something on the page does not work',
  'report.kind.other': 'Something else',
  'report.text': 'What does the page say, and what is right?',
  'report.textHint': 'From 10 to 4,000 characters. If you know a source, say where we can read it.',
  'report.contact': 'How can we reach you? (you may leave this empty)',
  'report.contactHint':
    'Only if you want an answer: an e-mail address or a number. Without it we can correct the page, but not ask you anything.',
  'report.honeypot': 'Leave this field empty',
  'report.send': 'Send to the corrections desk',
  'report.what': 'What happens with it',
  'report.what.read': 'An editor reads it and checks it against our sources. Nothing is published by itself.',
  'report.what.corrected':
    'If we were wrong, the page is corrected with a dated note that says what was wrong. We never change a page in silence.',
  'report.kept': 'What we keep, and what we do not',
  'report.kept.kept':
    'We keep what you write here, the page it is about, and the minute at which it came in. No account is needed. The way to reach you is deleted once the report is dealt with.',
  'report.kept.not':
    'We do not keep your network address, set no cookie, and note nothing about your device. No script runs on this page.',
  'report.kept.line': 'Your network provider, and whoever watches your line, can still see that you visited this site.',
  'report.safely': 'Are you a source, or could writing to us put you or others in danger? Do not use this form.',
  'report.safelyLink': 'Write to us safely',
  'report.sent.title': 'Your report has arrived',
  'report.sent.text':
    'Thank you. It lies with the corrections desk. If we were wrong, the page will say so, with the date.',
  'report.sent.contact': 'If you left a way to reach you, we may write to you, and only about this report.',
  'report.problems': 'It has not been sent yet:',
  'report.problem.kind': 'Choose what is wrong.',
  'report.problem.too-short': 'Say in at least 10 characters what is wrong.',
  'report.problem.too-long':
    'Your text has {count, number} characters; at most {most, number} can be sent. Say the most important first.',
  'report.problem.contact': 'A way to reach you has at most {most, number} characters.',
  'report.refused.busy':
    'More reports are coming in just now than the desk can take. Yours was not kept. Please try again in a quarter of an hour; your text is below.',
  'report.refused.full': 'Your report could not be kept. Please try again later today; your text is below.',
  'report.refused.title': 'Your report could not be read',
  'report.refused.elsewhere':
    'It was sent from a page of another site. To protect readers, we take reports only from our own form.',
  'report.refused.type': 'It did not come in the form in which browsers send it.',
  'report.refused.large': 'It was far longer than the 4,000 characters that a report can have.',
  'report.refused.slow': 'It did not arrive in time: the line is too slow or broke off. Please send it again.',
  'report.refused.form': 'It was not well-formed. Please fill in the form again.',
  'report.again': 'To the form',
} as const
