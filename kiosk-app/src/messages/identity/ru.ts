import type { IdentityMessages } from './lv.ts';

export const identity = {
  'identity.question': 'Для этой услуги нужно убедиться, кто Вы',
  'identity.lede': 'Как Вам удобнее это подтвердить?',
  'identity.signIn': 'Войти через {provider}',
  'identity.signInHint':
    'С помощью eParaksts, Smart-ID или интернет-банка. После этого здесь о Вас ничего не останется.',
  'identity.document': 'Показать документ',
  'identity.documentHint':
    'Паспорт или удостоверение личности покажете сотруднику или камере во время разговора со специалистом',
  'identity.failed': 'Войти не удалось',
  'identity.away': 'Вход сейчас недоступен',
  'identity.failedTodo': 'Попробуйте ещё раз, покажите документ или позовите сотрудника.',
  'identity.signingIn': 'Вы входите через {provider}',
  'identity.opening': 'Открываем страницу входа',
  'identity.signedIn': 'Вы вошли как',
  'identity.needed': 'Нужно подтвердить, кто Вы',
  'identity.showDocument': 'Приготовьте паспорт или удостоверение личности',
} satisfies IdentityMessages;
