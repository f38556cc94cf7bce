import type { IdentityMessages } from './lv.ts';

export const identity = {
  'identity.question': 'Для цієї послуги треба впевнитися, хто Ви',
  'identity.lede': 'Як Вам зручніше це підтвердити?',
  'identity.signIn': 'Увійти через {provider}',
  'identity.signInHint':
    'За допомогою eParaksts, Smart-ID або інтернет-банку. Після цього тут про Вас нічого не залишиться.',
  'identity.document': 'Показати документ',
  'identity.documentHint':
    'Паспорт або посвідчення особи покажете працівнику чи камері під час розмови зі спеціалістом',
  'identity.failed': 'Увійти не вдалося',
  'identity.away': 'Вхід зараз недоступний',
  'identity.failedTodo': 'Спробуйте ще раз, покажіть документ або покличте працівника.',
  'identity.signingIn': 'Ви входите через {provider}',
  'identity.opening': 'Відкриваємо сторінку входу',
  'identity.signedIn': 'Ви увійшли як',
  'identity.needed': 'Треба підтвердити, хто Ви',
  'identity.showDocument': 'Підготуйте паспорт або посвідчення особи',
} satisfies IdentityMessages;
