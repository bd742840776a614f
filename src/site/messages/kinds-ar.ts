import type { ActorKind } from '../../record/actor.ts'
import type { PlaceKind } from '../../record/place.ts'

/** What the record calls those who act, in Arabic. */
export const ACTOR_KINDS_AR: Readonly<Record<ActorKind, string>> = {
  'state-armed-force': 'قوات مسلحة نظامية',
  'police-or-gendarmerie': 'شرطة أو درك',
  government: 'حكومة',
  'private-military-company': 'شركة عسكرية خاصة',
  'non-state-armed-group': 'جماعة مسلحة غير حكومية',
  'armed-coalition': 'تحالف مسلح',
  'community-militia': 'ميليشيا محلية',
  'criminal-group': 'جماعة إجرامية',
  'peacekeeping-or-foreign-force': 'قوة حفظ سلام أو قوة أجنبية',
  'political-body': 'هيئة سياسية',
  'international-body': 'هيئة دولية',
  'aid-organisation': 'منظمة إغاثة',
  'monitor-or-research-group': 'جهة رصد أو بحث',
  'news-organisation': 'مؤسسة إخبارية',
  'social-media-channel': 'قناة على وسائل التواصل',
  community: 'جماعة سكانية',
  person: 'شخص',
  unidentified: 'غير محدد الهوية',
}

/** What it calls places, in Arabic. */
export const PLACE_KINDS_AR: Readonly<Record<PlaceKind, string>> = {
  country: 'بلد',
  adm1: 'إقليم',
  adm2: 'مقاطعة',
  adm3: 'ناحية',
  settlement: 'بلدة أو مدينة',
  neighbourhood: 'حي',
  site: 'موقع',
  'natural-feature': 'معلم طبيعي',
  route: 'طريق',
  water: 'مسطح مائي',
  'border-area': 'منطقة حدودية',
}
