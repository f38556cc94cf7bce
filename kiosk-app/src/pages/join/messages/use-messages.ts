import { useNamespace } from '@remote-clerk/shared/i18n/use-messages.ts';
import type { Messages } from './lv.ts';

export const useMessages = () => useNamespace<Messages>('join');
