import type { Language } from '@remote-clerk/shared/domain/languages.ts';

/** Demo accounts only ever exist where `npm start` makes them, on this machine's own address. */
export const demoPassword = 'kontaktpunkts-2026';

type DemoSpecialist = {
  username: string;
  name: string;
  jobTitle: string;
  institution: string;
  languages: Language[];
  skills?: string[];
  /** Comes into others' calls only, and has no citizens of their own. */
  servesNobody?: true;
};

export const demoSpecialists: DemoSpecialist[] = [
  {
    username: 'ilze',
    name: 'Ilze Bērziņkalne',
    jobTitle: 'Pensiju speciāliste',
    institution: 'VSAA',
    languages: ['lv', 'en', 'ru'],
  },
  {
    username: 'juris',
    name: 'Juris Āboltiņš',
    jobTitle: 'Pabalstu speciālists',
    institution: 'VSAA',
    languages: ['lv', 'ru', 'uk'],
  },
  {
    username: 'anna',
    name: 'Anna Zvirbulīte',
    jobTitle: 'Latviešu zīmju valodas tulce',
    institution: 'VSAA',
    languages: ['lv', 'ru', 'uk', 'en'],
    skills: ['sign-language', 'interpreter'],
    servesNobody: true,
  },
  {
    username: 'dace',
    name: 'Dace Ķirsonova',
    jobTitle: 'Nodokļu konsultante',
    institution: 'VID',
    languages: ['lv', 'en'],
  },
  {
    username: 'andrejs',
    name: 'Andrejs Žagatiņš',
    jobTitle: 'Dokumentu speciālists',
    institution: 'PMLP',
    languages: ['lv', 'ru', 'uk', 'en'],
  },
  {
    username: 'liga',
    name: 'Līga Šķēlmane',
    jobTitle: 'Nodarbinātības konsultante',
    institution: 'NVA',
    languages: ['lv', 'en', 'ru'],
  },
];

export const demoContactPoints = [
  {
    name: 'Kuldīga',
    address: 'Pilsētas laukums 4, Kuldīga',
    clerk: { username: 'baiba', name: 'Baiba Ozoliņkalne', jobTitle: 'Klientu apkalpošanas speciāliste' },
    place: { latitude: 56.9677, longitude: 21.9617 },
    kiosks: ['Kiosks pie loga', 'Kiosks kabinetā'],
  },
  {
    name: 'Alsunga',
    address: 'Pils iela 1, Alsunga',
    clerk: { username: 'mara', name: 'Māra Grīnvaldiņa', jobTitle: 'Klientu apkalpošanas speciāliste' },
    place: { latitude: 56.9808, longitude: 21.5592 },
    kiosks: ['Kiosks vestibilā'],
  },
];
