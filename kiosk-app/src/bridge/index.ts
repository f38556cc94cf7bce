import type { KioskBridge } from './bridge.ts';
import { browserBridge } from './browser-bridge.ts';

/** The kiosk's own bridge, or the browser's where the page was opened in an ordinary tab. */
export const kioskBridge = (): KioskBridge => window.kioskBridge ?? browserBridge;
