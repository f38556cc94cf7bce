/** Asks once, when it makes sense to the person: as they begin to be rung. */
export function askToNotify(): void {
  if ('Notification' in window && Notification.permission === 'default') void Notification.requestPermission();
}
