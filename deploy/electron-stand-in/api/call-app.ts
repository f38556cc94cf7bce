/**
 * Calls back into the app. What the stand-in hands over is the part of Electron's objects that it has, so the callback's
 * own parameter types can't be met; an app that reads another part finds it undefined.
 */
export const callApp = (callback: (...args: never[]) => unknown, ...args: unknown[]): unknown =>
  Reflect.apply(callback, undefined, args);
