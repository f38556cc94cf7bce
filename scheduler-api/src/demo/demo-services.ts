import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import type { ServiceTerms } from '../organisations/catalogue-service.ts';

type DemoService = Pick<OfferedService, 'name' | 'description' | 'bring' | 'topic' | 'minutes'> &
  Partial<ServiceTerms> & { key: string };
type DemoInstitution = { code: string; name: OfferedService['name']; services: DemoService[] };

const idCard = {
  lv: 'Pase vai personas apliecība',
  en: 'Your passport or identity card',
  ru: 'Паспорт или удостоверение личности',
  uk: 'Паспорт або посвідчення особи',
};

/** Institutions and services of the kinds that contact points in Latvia serve. */
export const demoInstitutions: DemoInstitution[] = [
  {
    code: 'VSAA',
    name: {
      lv: 'Valsts sociālās apdrošināšanas aģentūra',
      en: 'State Social Insurance Agency',
      ru: 'Государственное агентство социального страхования',
      uk: 'Державне агентство соціального страхування',
    },
    services: [
      {
        key: 'old-age-pension',
        identity: 'checked',
        channels: ['kiosk', 'telephone'],
        skill: 'pensions',
        topic: 'pension',
        minutes: 15,
        name: { lv: 'Vecuma pensija', en: 'Old-age pension', ru: 'Пенсия по старости', uk: 'Пенсія за віком' },
        description: {
          lv: 'Kad pensija pienākas, kā to pieprasīt un cik liela tā būs',
          en: 'When you can retire, how to apply and how much it will be',
          ru: 'Когда положена пенсия, как её запросить и какой она будет',
          uk: 'Коли належить пенсія, як її оформити та якою вона буде',
        },
        bring: idCard,
      },
      {
        key: 'family-benefit',
        topic: 'family',
        minutes: 10,
        name: {
          lv: 'Ģimenes valsts pabalsts',
          en: 'Family state benefit',
          ru: 'Государственное семейное пособие',
          uk: 'Державна сімейна допомога',
        },
        description: {
          lv: 'Pabalsti ģimenēm ar bērniem: kam pienākas un kā pieteikties',
          en: 'Benefits for families with children: who gets them and how to apply',
          ru: 'Пособия семьям с детьми: кому положены и как подать заявление',
          uk: 'Допомога сім’ям з дітьми: кому належить і як подати заяву',
        },
        bring: idCard,
      },
      {
        key: 'disability-benefit',
        topic: 'health',
        minutes: 15,
        name: {
          lv: 'Invaliditātes pensija un pabalsts',
          en: 'Disability pension and benefit',
          ru: 'Пенсия и пособие по инвалидности',
          uk: 'Пенсія та допомога з інвалідності',
        },
        description: {
          lv: 'Ko darīt pēc invaliditātes noteikšanas un kāda palīdzība pienākas',
          en: 'What to do once a disability is established and what help there is',
          ru: 'Что делать после установления инвалидности и какая помощь положена',
          uk: 'Що робити після встановлення інвалідності та яка допомога належить',
        },
        bring: null,
      },
    ],
  },
  {
    code: 'VID',
    name: {
      lv: 'Valsts ieņēmumu dienests',
      en: 'State Revenue Service',
      ru: 'Служба государственных доходов',
      uk: 'Служба державних доходів',
    },
    services: [
      {
        key: 'annual-return',
        channels: ['kiosk', 'telephone'],
        bufferAfter: 5,
        skill: 'tax-returns',
        topic: 'taxes',
        minutes: 20,
        name: {
          lv: 'Gada ienākumu deklarācija',
          en: 'Annual income declaration',
          ru: 'Годовая декларация о доходах',
          uk: 'Річна декларація про доходи',
        },
        description: {
          lv: 'Pārmaksātā nodokļa atmaksa, attaisnotie izdevumi, termiņi',
          en: 'Getting overpaid tax back, eligible expenses, deadlines',
          ru: 'Возврат переплаченного налога, оправданные расходы, сроки',
          uk: 'Повернення переплаченого податку, виправдані витрати, строки',
        },
        bring: {
          lv: 'Čeki un izraksti par ārstniecību un izglītību, ja tādi ir',
          en: 'Receipts for medical care and education, if you have them',
          ru: 'Чеки и выписки за лечение и обучение, если они есть',
          uk: 'Чеки та виписки за лікування й навчання, якщо вони є',
        },
      },
      {
        key: 'self-employed',
        topic: 'business',
        minutes: 20,
        name: {
          lv: 'Saimnieciskās darbības reģistrācija',
          en: 'Registering as self-employed',
          ru: 'Регистрация хозяйственной деятельности',
          uk: 'Реєстрація господарської діяльності',
        },
        description: {
          lv: 'Kā sākt savu darbu un kādi nodokļi jāmaksā',
          en: 'How to start working for yourself and which taxes you pay',
          ru: 'Как начать своё дело и какие налоги платить',
          uk: 'Як почати власну справу та які податки сплачувати',
        },
        bring: idCard,
      },
    ],
  },
  {
    code: 'PMLP',
    name: {
      lv: 'Pilsonības un migrācijas lietu pārvalde',
      en: 'Office of Citizenship and Migration Affairs',
      ru: 'Управление по делам гражданства и миграции',
      uk: 'Управління у справах громадянства та міграції',
    },
    services: [
      {
        key: 'identity-documents',
        identity: 'checked',
        needsDocumentCamera: true,
        topic: 'documents',
        minutes: 10,
        name: {
          lv: 'Pase un personas apliecība',
          en: 'Passport and identity card',
          ru: 'Паспорт и удостоверение личности',
          uk: 'Паспорт і посвідчення особи',
        },
        description: {
          lv: 'Kas vajadzīgs jaunam dokumentam un ko darīt, ja tas nozaudēts',
          en: 'What you need for a new document, and what to do if it is lost',
          ru: 'Что нужно для нового документа и что делать, если он утерян',
          uk: 'Що потрібно для нового документа і що робити, якщо його втрачено',
        },
        bring: null,
      },
      {
        key: 'residence',
        topic: 'documents',
        minutes: 10,
        name: {
          lv: 'Dzīvesvietas deklarēšana',
          en: 'Declaring where you live',
          ru: 'Декларирование места жительства',
          uk: 'Декларування місця проживання',
        },
        description: {
          lv: 'Kā deklarēt dzīvesvietu sev un bērniem',
          en: 'How to declare an address for yourself and your children',
          ru: 'Как задекларировать место жительства для себя и детей',
          uk: 'Як задекларувати місце проживання для себе та дітей',
        },
        bring: idCard,
      },
    ],
  },
  {
    code: 'NVA',
    name: {
      lv: 'Nodarbinātības valsts aģentūra',
      en: 'State Employment Agency',
      ru: 'Государственное агентство занятости',
      uk: 'Державне агентство зайнятості',
    },
    services: [
      {
        key: 'unemployed',
        channels: ['kiosk', 'telephone'],
        topic: 'work',
        minutes: 15,
        name: {
          lv: 'Bezdarbnieka statuss',
          en: 'Registering as unemployed',
          ru: 'Статус безработного',
          uk: 'Статус безробітного',
        },
        description: {
          lv: 'Kā reģistrēties, kādi ir pienākumi un kāda palīdzība pienākas',
          en: 'How to register, what is expected of you and what help there is',
          ru: 'Как зарегистрироваться, какие есть обязанности и какая помощь положена',
          uk: 'Як зареєструватися, які обов’язки та яка допомога належить',
        },
        bring: idCard,
      },
      {
        key: 'training',
        topic: 'work',
        minutes: 15,
        name: { lv: 'Mācības un kursi', en: 'Training and courses', ru: 'Обучение и курсы', uk: 'Навчання та курси' },
        description: {
          lv: 'Bezmaksas mācības darba meklētājiem',
          en: 'Free training for people looking for work',
          ru: 'Бесплатное обучение для ищущих работу',
          uk: 'Безкоштовне навчання для тих, хто шукає роботу',
        },
        bring: null,
      },
    ],
  },
];
